//! Terms put together from others: 妻之叔, 大儿子的岳父.

use std::collections::BTreeSet;

use super::terms::{path_of, plain, words};

/// More words or signs in a row tell nobody anything.
const WORDS: usize = 4;
const SIGNS: usize = 12;

/// The paths that `term` may stand for; none when a word of it is not known.
///
/// What it names may be nearer than its words go: my father's wife may be my mother, my child's father is myself or my
/// husband. Every such reading is among the paths.
pub(super) fn compose(term: &str) -> BTreeSet<String> {
    let term = plain(term);
    let words: Option<Vec<&str>> = words(&term).map(path_of).collect();
    let Some(words) = words.filter(|words| words.len() <= WORDS) else { return BTreeSet::new() };
    let mut paths: BTreeSet<Path> = BTreeSet::from([Path::new()]);
    for word in words {
        let longer = |path: &Path| word.split('|').map(|way| append(path, way)).collect::<Vec<_>>();
        paths = paths.iter().flat_map(longer).collect();
    }
    if paths.iter().any(|path| path.len() > SIGNS) {
        return BTreeSet::new();
    }
    let mut queue: Vec<Path> = paths.iter().cloned().collect();
    while let Some(path) = queue.pop() {
        queue.extend(nearer(&path).into_iter().filter(|path| paths.insert(path.clone())));
    }
    paths.iter().filter(|path| !path.is_empty()).map(|path| path.iter().map(|step| step.sign).collect()).collect()
}

type Path = Vec<Step>;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    sign: char,
    /// Whether another word ends before it, so that it may lead back.
    seam: bool,
}

fn append(path: &Path, way: &str) -> Path {
    let seam = |position: usize| position == 0 && !path.is_empty();
    let steps = way.chars().enumerate().map(|(position, sign)| Step { sign, seam: seam(position) });
    path.iter().cloned().chain(steps).collect()
}

/// The paths to which two steps that meet at a seam may come down.
fn nearer(path: &Path) -> Vec<Path> {
    let mut found = Vec::new();
    for (position, pair) in path.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        if !after.seam {
            continue;
        }
        let shortcuts: &[&str] = match (turn(before.sign), turn(after.sign)) {
            (Turn::Down, Turn::Up) => &["", "="],
            (Turn::Up, Turn::Down) | (Turn::Spouse, Turn::Spouse) => &[""],
            (Turn::Up, Turn::Spouse) => &["^"],
            (Turn::Spouse, Turn::Down) => &["v"],
            _ => &[],
        };
        for shortcut in shortcuts {
            let middle = shortcut.chars().map(|sign| Step { sign, seam: true });
            let mut shorter: Path = path.iter().take(position).cloned().chain(middle).collect();
            let rest = path.iter().skip(position + 2).enumerate();
            shorter.extend(rest.map(|(index, step)| Step { sign: step.sign, seam: step.seam || index == 0 }));
            found.push(shorter);
        }
    }
    found
}

enum Turn {
    Up,
    Down,
    Spouse,
}

fn turn(sign: char) -> Turn {
    match sign {
        '^' | 'A' | 'S' => Turn::Up,
        'v' | 'a' | 's' => Turn::Down,
        _ => Turn::Spouse,
    }
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
