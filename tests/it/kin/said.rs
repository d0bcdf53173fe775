//! What the rows of a chain say together, by brute force.

use super::open::{Row, readings_of};
use super::*;

/// A point of a chain: who on record may stand there, and whether a word ends there.
type Point = (BTreeSet<usize>, bool);

/// Whether what the rows of a way say together may be near kin: of all that the words may mean, after any number of turns
/// back at the ends of words. Two people may be one who is on record twice, unless a row joins them or one is the parent
/// of both.
pub(super) fn may_be_near(rows: &[Row], way: &[(usize, usize, &Row)]) -> bool {
    let flat = |sign: char| match sign {
        'A' | 'S' => '^',
        'a' | 's' => 'v',
        sign => sign,
    };
    let back = |sign: char| match sign {
        '^' => 'v',
        'v' => '^',
        sign => sign,
    };
    let said = |row: &Row, from: usize| -> Vec<String> {
        let paths = readings_of(row).into_iter().filter(|path| path != "?");
        let flat = paths.map(|path| path.chars().map(flat).collect::<String>());
        flat.map(|path| if row.0 == from { path } else { path.chars().rev().map(back).collect() }).collect()
    };
    let links = |one: usize| {
        rows.iter().flat_map(move |row| [(row.0, row.1, row), (row.1, row.0, row)]).filter(move |it| it.0 == one)
    };
    let parents = |one: usize| -> BTreeSet<usize> {
        let plain = |row: &Row| said(row, row.0).iter().all(|path| ["^", "v", "="].contains(&path.as_str()));
        let up = links(one).filter(|(from, _, row)| plain(row) && said(row, *from).contains(&"^".to_owned()));
        up.filter(|(_, _, row)| !said(row, row.0).is_empty()).map(|(_, to, _)| to).collect()
    };
    let two = |one: &usize, other: &usize| {
        links(*one).any(|(_, to, _)| to == *other) || !parents(*one).is_disjoint(&parents(*other))
    };
    let mut paths: Vec<(String, Vec<Point>)> = vec![(String::new(), vec![(BTreeSet::from([way[0].0]), true)])];
    for (from, to, row) in way {
        let mut longer = Vec::new();
        for (signs, points) in &paths {
            for path in said(row, *from) {
                let inner = std::iter::repeat_n((BTreeSet::new(), false), path.len() - 1);
                let next = points.iter().cloned().chain(inner).chain([(BTreeSet::from([*to]), true)]);
                longer.push((format!("{signs}{path}"), next.collect()));
            }
        }
        paths = longer;
    }
    let mut seen: BTreeSet<(String, Vec<Point>)> = paths.iter().cloned().collect();
    while let Some((signs, points)) = paths.pop() {
        let near = [
            "=", "^v", "^^v", "^vv", "^^vv", "=^", "v=", "v=^", "=^v", "^v=", "=^v=", "^^v=", "^vv=", "^^vv=", "=^vv",
            "=^^v", "=^^vv",
        ];
        let line = |sign: char| !signs.is_empty() && signs.chars().all(|it| it == sign);
        if near.contains(&signs.as_str()) || line('^') || line('v') {
            return true;
        }
        for at in (1..signs.len()).filter(|at| points[*at].1) {
            let turns: &[&str] = match &signs[at - 1..=at] {
                "v^" => &["", "="],
                "^v" | "==" | "=!" | "!=" | "!!" => &[""],
                "^=" | "^!" => &["^"],
                "=v" | "!v" => &["v"],
                _ => &[],
            };
            for turn in turns {
                let (mut left, mut right) = (points[at - 1].clone(), points[at + 1].clone());
                (left.1, right.1) = (true, true);
                let mut between = vec![left.clone(), right.clone()];
                if turn.is_empty() {
                    if left.0.iter().any(|one| right.0.iter().any(|other| two(one, other))) {
                        continue;
                    }
                    between = vec![(&left.0 | &right.0, true)];
                }
                let path = format!("{}{turn}{}", &signs[..at - 1], &signs[at + 1..]);
                let points = [&points[..at - 1], &between, &points[at + 2..]].concat();
                if seen.insert((path.clone(), points.clone())) {
                    paths.push((path, points));
                }
            }
        }
    }
    false
}
