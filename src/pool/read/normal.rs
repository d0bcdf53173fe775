//! Normal forms: what two spellings of one thing have in common.

/// Full-width letters, digits and punctuation made half-width; other whitespace made plain spaces.
pub(crate) fn narrow(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
            '\u{feff}' | '\u{200b}' => ' ',
            other if other.is_whitespace() => ' ',
            other => other,
        })
        .collect()
}

/// Without spaces at the ends, those of no width included.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}'))
}

/// The first character that nobody sees and that makes two equal texts differ or stand in another order, and the text with
/// all such characters shown.
pub(crate) fn invisible(text: &str) -> Option<(String, char)> {
    let unseen = |character: &char| match character {
        '\t' | '\n' | '\r' => false,
        '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        other => other.is_control(),
    };
    let first = text.chars().find(unseen)?;
    let shown = |character: char| match unseen(&character) {
        true => format!("<U+{:04X}>", u32::from(character)),
        false => character.to_string(),
    };
    Some((text.chars().map(shown).collect(), first))
}

/// For headers, fixed words and names of organisations: narrow, lower case, without spaces, `_` and `-`.
pub(crate) fn token(text: &str) -> String {
    narrow(text)
        .chars()
        .filter(|character| !matches!(character, ' ' | '_' | '-' | '*'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// For ids: narrow and without spaces at the ends.
pub(crate) fn id(text: &str) -> String {
    narrow(text).trim().to_owned()
}

/// For names of people: without the padding between Chinese characters, one space between Latin words.
pub(crate) fn name(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|character: char| character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}'))
        .collect();
    let mut joined = String::new();
    for word in words.into_iter().filter(|word| !word.is_empty()) {
        let latin_on_both_sides =
            joined.chars().last().is_some_and(is_latin) && word.chars().next().is_some_and(is_latin);
        if latin_on_both_sides {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// The pieces of a cell that holds a list.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(['；', ';', '、', '|', '｜']).map(str::trim).filter(|piece| !piece.is_empty())
}

fn is_latin(character: char) -> bool {
    !('\u{2e80}'..='\u{9fff}').contains(&character) && !('\u{20000}'..='\u{3ffff}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_padding_only() {
        assert_eq!(name("张　三"), "张三");
        assert_eq!(name(" 欧阳 明 "), "欧阳明");
        assert_eq!(name("Anna  Li"), "Anna Li");
        assert_eq!(name("买买提·艾力"), "买买提·艾力");
        assert_eq!(name("张\u{200b}三"), "张三");
    }

    #[test]
    fn what_nobody_sees_is_shown() {
        assert_eq!(invisible("p\u{0}1\u{202e}"), Some(("p<U+0000>1<U+202E>".to_owned(), '\0')));
        assert_eq!(invisible("甲\n乙\t丙"), None);
        assert_eq!(trim("\u{feff} p1\u{200b} "), "p1");
    }

    #[test]
    fn tokens_ignore_width_case_and_spaces() {
        assert_eq!(token("姓　名 "), token("姓名"));
        assert_eq!(token("Ｇｒｅｗ Up"), token("grew_up"));
        assert_eq!(token("中共衡南县委（本级）"), token("中共衡南县委(本级)"));
    }

    #[test]
    fn lists_take_every_separator() {
        assert_eq!(
            pieces("教育；公安政法;金融、 医疗|国企；").collect::<Vec<_>>(),
            ["教育", "公安政法", "金融", "医疗", "国企"]
        );
    }
}
