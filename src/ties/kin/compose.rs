//! Terms put together from others: 妻之叔, 大儿子的岳父.

use std::collections::BTreeSet;

use super::path::{Path, append, signs, start, with_nearer};
use super::terms::{path_of, plain, words};

/// More words or signs in a row tell nobody anything.
const WORDS: usize = 4;
const SIGNS: usize = 12;

/// The paths that `term` may stand for; none when a word of it is not known.
pub(super) fn compose(term: &str) -> BTreeSet<String> {
    let term = plain(term);
    let words: Option<Vec<&str>> = words(&term).map(path_of).collect();
    let Some(words) = words.filter(|words| words.len() <= WORDS) else { return BTreeSet::new() };
    let mut paths: BTreeSet<Path> = BTreeSet::from([start(None)]);
    for word in words {
        let longer = |path: &Path| word.split('|').map(|way| append(path, way, None)).collect::<Vec<_>>();
        paths = paths.iter().flat_map(longer).collect();
    }
    if paths.iter().any(|path| signs(path).chars().count() > SIGNS) {
        return BTreeSet::new();
    }
    with_nearer(paths, &|_, _| false).iter().map(signs).filter(|signs| !signs.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_on_from_one_another_and_may_lead_back() {
        let paths = |term| compose(term).into_iter().collect::<Vec<_>>();
        assert_eq!(paths("妻之叔"), ["=^^v"]);
        assert_eq!(paths("兄弟之子"), ["^vv"]);
        assert_eq!(paths("父亲的妻子"), ["^", "^="]);
        assert_eq!(paths("子之母"), ["=", "v^"]);
        assert_eq!(paths("父子关系"), ["^", "v"]);
        assert!(paths("兄之弟").contains(&"^v".to_owned()));
        assert!(paths("父之父之父之父之父").is_empty());
    }
}
