//! The longer and shorter names under which rosters know a region: 衡阳市衡南县, 衡南, 湖南衡南.

use std::collections::BTreeMap;

use super::normal;

/// More than a province, a prefecture, a county and a township are never above each other.
const DEEPEST: usize = 5;

/// For each region the names that it may go by, in normal form, besides its own: the names of some divisions above
/// it, from the top down, and its own, each with or without its last character (省, 市, 县, 区).
///
/// `regions` gives id, name and the id or name of the division above.
pub(crate) fn other_names<'a>(regions: &[(String, &'a str, Option<&'a str>)]) -> Vec<(String, String)> {
    let by_id: BTreeMap<&str, usize> = regions.iter().enumerate().map(|(at, region)| (region.0.as_str(), at)).collect();
    let by_name: BTreeMap<&str, usize> = regions.iter().enumerate().map(|(at, region)| (region.1, at)).collect();
    let mut names = Vec::new();
    for (id, name, parent) in regions {
        let mut known = forms(name);
        let mut above = *parent;
        for _ in 0..DEEPEST {
            let found = above.and_then(|above| by_id.get(normal::id(above).as_str()).or_else(|| by_name.get(above)));
            let Some((_, name, parent)) = found.and_then(|at| regions.get(*at)) else { break };
            let longer: Vec<String> =
                forms(name).iter().flat_map(|form| known.iter().map(move |rest| format!("{form}{rest}"))).collect();
            known.extend(longer);
            above = *parent;
        }
        names.extend(known.into_iter().map(|known| (known, id.clone())));
    }
    names
}

fn forms(name: &str) -> Vec<String> {
    let full = normal::token(name);
    let short = full.strip_suffix(['省', '市', '县', '区']).filter(|short| short.chars().count() >= 2);
    let short = short.map(str::to_owned);
    [full].into_iter().chain(short).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_go_by_longer_and_shorter_names() {
        let regions = [
            ("43".to_owned(), "湖南省", None),
            ("4304".to_owned(), "衡阳市", Some("43")),
            ("430422".to_owned(), "衡南县", Some("衡阳市")),
        ];
        let names = other_names(&regions);
        for name in ["衡南", "衡阳市衡南县", "湖南省衡南县", "湖南衡南", "湖南衡阳衡南县"] {
            assert!(names.contains(&(name.to_owned(), "430422".to_owned())), "{name}");
        }
        assert!(!names.iter().any(|(name, id)| name == "湖南" && id == "430422"));
    }

    #[test]
    fn a_cycle_ends() {
        let regions = [("1".to_owned(), "甲县", Some("2")), ("2".to_owned(), "乙县", Some("1"))];
        assert!(other_names(&regions).len() < 2_000);
    }
}
