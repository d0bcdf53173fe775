//! Paths of signs put together from words, and the nearer ones to which they may come down.

use std::collections::BTreeSet;

/// A path; its first step stands for the start.
pub(super) type Path = Vec<Step>;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub sign: char,
    /// Whether another word ends before it, so that it may lead back.
    seam: bool,
    /// Who on record stands at its end: nobody where it ends within a word, several where they may be one.
    at: BTreeSet<usize>,
}

/// The empty path of somebody.
pub(super) fn start(at: Option<usize>) -> Path {
    vec![Step { sign: '.', seam: false, at: at.into_iter().collect() }]
}

/// The signs of a path, none for one that leads nowhere.
pub(super) fn signs(path: &Path) -> String {
    path.iter().skip(1).map(|step| step.sign).collect()
}

/// A path and the signs of the next word, which leads to somebody on record or to nobody known.
pub(super) fn append(path: &Path, word: &str, to: Option<usize>) -> Path {
    let last = word.chars().count();
    let at = |position| to.filter(|_| position + 1 == last).into_iter().collect();
    let steps = word.chars().enumerate();
    path.iter()
        .cloned()
        .chain(steps.map(|(position, sign)| Step { sign, seam: position == 0, at: at(position) }))
        .collect()
}

/// The paths, and all to which they may come down, where `are_two` tells of two on record that they are not one.
///
/// What a path names may be nearer than its words go: my father's wife may be my mother, my child's father is myself or my
/// husband.
pub(super) fn with_nearer(mut paths: BTreeSet<Path>, are_two: &impl Fn(usize, usize) -> bool) -> BTreeSet<Path> {
    let mut queue: Vec<Path> = paths.iter().cloned().collect();
    while let Some(path) = queue.pop() {
        queue.extend(nearer(&path, are_two).into_iter().filter(|path| paths.insert(path.clone())));
    }
    paths
}

/// The paths to which two steps that meet at a seam may come down.
fn nearer(path: &Path, are_two: &impl Fn(usize, usize) -> bool) -> Vec<Path> {
    let mut found = Vec::new();
    for (position, steps) in path.windows(3).enumerate() {
        let [origin, before, after] = steps else { continue };
        if !after.seam {
            continue;
        }
        let shortcuts: &[Option<char>] = match (turn(before.sign), turn(after.sign)) {
            (Turn::Down, Turn::Up) => &[None, Some('=')],
            (Turn::Up, Turn::Down) | (Turn::Spouse, Turn::Spouse) => &[None],
            (Turn::Up, Turn::Spouse) => &[Some('^')],
            (Turn::Spouse, Turn::Down) => &[Some('v')],
            _ => &[],
        };
        let apart = || origin.at.iter().any(|one| after.at.iter().any(|other| are_two(*one, *other)));
        for shortcut in shortcuts {
            if shortcut.is_none() && apart() {
                continue;
            }
            let mut shorter: Path = path.iter().take(position + 1).cloned().collect();
            match (shortcut, shorter.last_mut()) {
                (Some(sign), _) => shorter.push(Step { sign: *sign, seam: true, at: after.at.clone() }),
                (None, Some(origin)) => origin.at.extend(&after.at),
                (None, None) => continue,
            }
            let rest = path.iter().skip(position + 3).enumerate();
            shorter.extend(rest.map(|(index, step)| Step { seam: step.seam || index == 0, ..step.clone() }));
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
