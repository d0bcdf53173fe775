//! The kin terms that rosters use, and the path of parent and spouse edges that each stands for.

use super::compose::compose;
use super::table::PATHS;
use crate::pool::ParentKind;

/// One edge of a path from the person who uses a term to the relative it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hop {
    /// To a parent.
    Up(ParentKind),
    /// To a child.
    Down(ParentKind),
    /// To a spouse.
    Spouse,
    /// To a former spouse.
    FormerSpouse,
}

/// Whether the table knows the term, or can put it together from terms that it knows.
pub fn is_known_term(term: &str) -> bool {
    !readings(term).is_empty()
}

/// Every term of the table.
pub fn known_terms() -> impl Iterator<Item = &'static str> {
    PATHS.keys().copied()
}

/// The paths a term may stand for; none for a term that nobody can read.
///
/// A word that leaves the direction open (父子) or has two meanings (弟妹) has a path for each. All of them count, so
/// that the closest decides.
pub(super) fn readings(term: &str) -> Vec<Vec<Hop>> {
    compose(term).iter().map(|path| path.chars().filter_map(hop).collect()).collect()
}

/// Generations from the one who uses the term up to the relative (negative: down), where the term says that one
/// descends from the other and which from which; and whether it is all by birth.
pub(super) fn descent(term: &str) -> Option<(i8, bool)> {
    let readings = readings(term);
    let [path] = readings.as_slice() else { return None };
    let generations = i8::try_from(path.len()).ok()?;
    let birth = |hop: &Hop| matches!(hop, Hop::Up(ParentKind::Birth) | Hop::Down(ParentKind::Birth));
    let by_birth = path.iter().all(birth);
    if path.iter().all(|hop| matches!(hop, Hop::Up(_))) {
        Some((generations, by_birth))
    } else if path.iter().all(|hop| matches!(hop, Hop::Down(_))) {
        Some((-generations, by_birth))
    } else {
        None
    }
}

fn hop(sign: char) -> Option<Hop> {
    Some(match sign {
        '^' => Hop::Up(ParentKind::Birth),
        'A' => Hop::Up(ParentKind::Adoptive),
        'S' => Hop::Up(ParentKind::Step),
        'v' => Hop::Down(ParentKind::Birth),
        'a' => Hop::Down(ParentKind::Adoptive),
        's' => Hop::Down(ParentKind::Step),
        '=' => Hop::Spouse,
        '!' => Hop::FormerSpouse,
        _ => return None,
    })
}

/// Where on the only path of a term two stand who are certainly siblings of the full blood: the hops that go up from one
/// of them, the next coming down to the other; none for a term of several readings.
///
/// Across two words (父之子) only one parent is common.
pub(super) fn siblings_in(term: &str) -> Vec<usize> {
    let (mut whole, mut found) = (String::new(), Vec::new());
    for word in words(&plain(term)) {
        let Some(path) = path_of(word) else { return Vec::new() };
        if !HALF_BLOOD.iter().any(|mark| word.starts_with(mark)) {
            found.extend(path.match_indices("^v").map(|(position, _)| whole.len() + position));
        }
        whole.push_str(path);
    }
    let paths = compose(term);
    if paths.len() == 1 && paths.contains(&whole) { found } else { Vec::new() }
}

/// A term without the spaces in and around it and without a closing 关系.
pub(super) fn plain(term: &str) -> String {
    let term: String = term.chars().filter(|character| !character.is_whitespace()).collect();
    term.strip_suffix("关系").map(str::to_owned).unwrap_or(term)
}

/// The words that a term is put together from.
pub(super) fn words(plain: &str) -> impl Iterator<Item = &str> {
    plain.split(['之', '的'])
}

/// The path of a single word, with its readings; a mark before it may be left off.
pub(super) fn path_of(word: &str) -> Option<&'static str> {
    let listed = |word: &str| PATHS.get(word).copied();
    let marked = |marks: &[&str], allowed: fn(&str, &str) -> bool| {
        let rests = marks.iter().filter_map(|mark| word.strip_prefix(mark));
        let mut paths = rests.filter_map(|rest| listed(rest).filter(|path| allowed(path, rest)));
        paths.next()
    };
    // 大夫 is no husband, and nobody numbers husbands and wives; 二爷爷 is no grandfather, and 老子 no son.
    let blood = |path: &str, _: &str| !matches!(path, "=" | "!");
    let ordered = |path: &str, rest: &str| {
        !matches!(path, "=" | "!") && !path.chars().all(|sign| "^AS".contains(sign)) && rest != "子"
    };
    listed(word)
        .or_else(|| marked(ORDER, ordered))
        .or_else(|| marked(BLOOD, blood))
        .or_else(|| marked(HALF_BLOOD, blood))
}

/// Marks of age, size and order, which say nothing about the degree of anybody but ancestors.
const ORDER: &[&str] =
    &["大", "二", "三", "四", "五", "六", "七", "八", "九", "十", "小", "老", "幺", "满", "细", "长", "次"];

/// Marks of full blood.
const BLOOD: &[&str] = &["亲", "亲生", "胞", "同胞", "嫡亲", "孪生", "双胞胎"];

/// Marks of half blood.
const HALF_BLOOD: &[&str] = &["同父异母", "同母异父", "异母", "异父", "同父", "同母"];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::ties::kin::table::TERMS;

    #[test]
    fn every_path_is_written_in_known_signs_and_no_term_stands_twice() {
        let mut seen = BTreeSet::new();
        for (path, terms) in TERMS {
            assert!(path.chars().all(|sign| sign == '|' || hop(sign).is_some()), "{path}");
            for term in terms.split(' ') {
                assert!(seen.insert(term), "{term} stands twice");
            }
        }
    }

    #[test]
    fn a_term_may_be_padded_and_a_strange_one_is_unknown() {
        assert_eq!(readings(" 舅 舅　").iter().map(Vec::len).collect::<Vec<_>>(), [3]);
        for strange in ["干爹", "", "之", "妻之", "大夫", "妻之友"] {
            assert!(readings(strange).is_empty(), "{strange}");
        }
    }

    #[test]
    fn descent_is_told_only_where_its_direction_is_plain() {
        assert_eq!(descent("父亲"), Some((1, true)));
        assert_eq!(descent("养女"), Some((-1, false)));
        assert_eq!(descent("父之祖父"), Some((3, true)));
        for open in ["父子", "兄弟", "祖父之子", "岳父"] {
            assert_eq!(descent(open), None, "{open}");
        }
    }
}
