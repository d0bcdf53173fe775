//! The words that a policy file may use for a value, with what people call them.

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};

use super::fault::Fault;
use super::parse::suggest;
use super::{RoleClass, TierName, VerdictLevel};
use crate::diag::Text;
use crate::pool::read::{Worded, token};
use crate::pool::{Position, UnitFunction, UnitKind};

/// Proposes one of the `known` words for what is written, by the word or by what people call it, or lists them all.
pub(super) fn suggest_word(written: &str, known: &'static [&'static str]) -> Text {
    let Some(titles) = titles(known) else { return suggest(written, known) };
    let named = |title: &Text| [&title.zh, &title.en].iter().any(|title| token(title) == token(written));
    let about = |title: &Text| written.chars().count() > 1 && title.zh.contains(written);
    let mut called = known.iter().zip(&titles).filter(|(_, title)| named(title));
    let mut near = known.iter().zip(&titles).filter(|(_, title)| about(title));
    if let Some((word, title)) = called.next().or_else(|| near.next().filter(|_| near.next().is_none())) {
        return Text::new(format!("是否想写“{word}”（{}）？", title.zh), format!("did you mean `{word}`?"));
    }
    let hint = suggest(written, known);
    if !hint.en.starts_with("known") {
        return hint;
    }
    let all: Vec<String> = known.iter().zip(&titles).map(|(word, title)| format!("{word}（{}）", title.zh)).collect();
    Text::new(format!("可选：{}", all.join("、")), hint.en)
}

/// What people call these words, if they are all those of one kind.
fn titles(known: &[&str]) -> Option<Vec<Text>> {
    fn spoken<W: Worded>(word: W) -> Text {
        Text::new(word.word().zh, word.word().key)
    }
    titled(known, VerdictLevel::title)
        .or_else(|| titled(known, RoleClass::title))
        .or_else(|| titled(known, TierName::title))
        .or_else(|| titled(known, spoken::<UnitKind>))
        .or_else(|| titled(known, spoken::<UnitFunction>))
        .or_else(|| titled(known, spoken::<Position>))
}

fn titled<E: DeserializeOwned>(known: &[&str], title: fn(E) -> Text) -> Option<Vec<Text>> {
    let read = |word: &&str| {
        let word: StrDeserializer<'_, Fault> = (*word).into_deserializer();
        E::deserialize(word).ok().map(title)
    };
    known.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::suggest_word;

    #[test]
    fn a_word_is_found_by_what_people_call_it() {
        let verdicts = &["none", "warn", "review", "block"];
        assert_eq!(suggest_word("需回避", verdicts).zh, "是否想写“block”（需回避）？");
        assert_eq!(suggest_word("审查", verdicts).zh, "是否想写“review”（需审查）？");
        assert_eq!(suggest_word("blok", verdicts).en, "did you mean `block`?");
        assert_eq!(
            suggest_word("严格", verdicts).zh,
            "可选：none（不问）、warn（提示）、review（需审查）、block（需回避）"
        );
        assert_eq!(suggest_word("blu", &["red", "blue"]).zh, "是否想写“blue”？");
    }
}
