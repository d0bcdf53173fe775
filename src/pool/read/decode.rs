//! From bytes to text: UTF-8 with or without BOM, UTF-16 with BOM, GB18030.

use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

/// The text of a file, or the name of the other encoding it most likely has.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, Option<&'static str>> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (encoding, bytes.get(length..).unwrap_or_default()),
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        // Short Chinese texts are easily mistaken for other encodings, so a clean GB18030 reading wins over a guess.
        None => (GB18030, bytes),
    };
    match encoding.decode_without_bom_handling(bytes) {
        (text, false) => Ok(text.into_owned()),
        (_, true) => Err(guess(bytes)),
    }
}

fn guess(bytes: &[u8]) -> Option<&'static str> {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), chardetng::Utf8Detection::Allow);
    Some(guess).filter(|guess| ![UTF_8, GBK, GB18030].contains(guess)).map(Encoding::name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encodings_of_rosters_give_the_same_text() {
        let text = "编号,姓名\r\np1,欧阳䶮\r\n";
        let (gb, _, _) = GB18030.encode(text);
        assert_eq!(decode(text.as_bytes()).as_deref(), Ok(text));
        assert_eq!(decode(&[b"\xef\xbb\xbf", text.as_bytes()].concat()).as_deref(), Ok(text));
        assert_eq!(decode(&gb).as_deref(), Ok(text));
        let utf16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16).as_deref(), Ok(text));
    }

    #[test]
    fn broken_bytes_are_refused() {
        assert!(decode(b"\xff\xff\xff,a\n").is_err());
    }
}
