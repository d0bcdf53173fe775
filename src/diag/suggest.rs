//! "Did you mean": the nearest known word to an unknown one.

/// The candidate nearest to `word`, if any is near enough to be worth proposing.
///
/// Chinese words are short, so one changed character of two or three still counts as near.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::normalized_damerau_levenshtein(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= 0.5)
        // Of equally near words the first in the alphabet, whatever order they came in.
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn proposes_the_nearest_word_and_nothing_far() {
        assert_eq!(did_you_mean("interveiw", ["interview", "enquiry"]), Some("interview"));
        assert_eq!(did_you_mean("谈话突坡", ["谈话突破", "笔录"]), Some("谈话突破"));
        assert_eq!(did_you_mean("驾驶", ["谈话突破", "笔录"]), None);
    }
}
