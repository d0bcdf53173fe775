//! The kin terms that rosters use, and the path of parent and spouse edges that each stands for.

use super::compose::compose;
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
    TERMS.iter().flat_map(|(_, terms)| terms.iter().copied())
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

/// The path of a single word, with its readings; a mark before it may be left off.
pub(super) fn path_of(word: &str) -> Option<&'static str> {
    let listed = |word: &str| TERMS.iter().find(|(_, terms)| terms.contains(&word)).map(|(path, _)| *path);
    listed(word).or_else(|| {
        let mut marked = MARKS.iter().filter_map(|mark| word.strip_prefix(mark)).filter_map(listed);
        // 大夫 is no husband, and nobody numbers husbands and wives.
        marked.find(|path| !matches!(*path, "=" | "!"))
    })
}

/// Marks of age, order and full blood, which say nothing about the degree.
const MARKS: &[&str] = &[
    "大",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "小",
    "老",
    "幺",
    "长",
    "次",
    "亲",
    "胞",
    "同父异母",
    "同母异父",
];

/// Paths (`^` to a parent, `v` to a child, `=` to a spouse, `!` to a former spouse; `A` `a` by adoption, `S` `s` by
/// remarriage) with the terms that stand for them; `|` parts the readings of one word.
const TERMS: &[(&str, &[&str])] = &[
    ("=", &["夫妻", "夫妇", "两口子", "老伴", "配偶", "妻子", "妻", "丈夫", "夫", "爱人", "老公", "老婆"]),
    ("!", &["前妻", "前夫", "前配偶"]),
    (
        "^",
        &[
            "父母", "爹妈", "爹娘", "双亲", "爸", "妈", "爹", "娘", "父亲", "母亲", "父", "母", "爸爸", "妈妈", "生父",
            "生母",
        ],
    ),
    ("A", &["养父", "养母"]),
    ("S", &["继父", "继母", "后父", "后母"]),
    ("v", CHILDREN),
    ("a", &["养子", "养女"]),
    ("s", &["继子", "继女"]),
    (
        "^^",
        &[
            "祖父母",
            "外祖父母",
            "爷爷奶奶",
            "外公外婆",
            "姥姥姥爷",
            "祖父",
            "祖母",
            "外祖父",
            "外祖母",
            "爷爷",
            "奶奶",
            "外公",
            "外婆",
            "姥爷",
            "姥姥",
        ],
    ),
    ("vv", &["孙子女", "外孙子女", "孙女儿", "孙子", "孙女", "外孙", "外孙女", "外孙子", "孙", "孙儿"]),
    ("^^^", &["曾祖父母", "外曾祖父母", "曾祖父", "曾祖母", "外曾祖父", "外曾祖母", "太爷爷", "太奶奶"]),
    ("vvv", &["曾孙子女", "曾孙", "曾孙女", "外曾孙", "外曾孙女"]),
    ("^v", SIBLINGS),
    (
        "^^v",
        &[
            "伯叔", "叔伯", "舅姨", "姑姨", "姑", "姨娘", "伯父", "叔父", "叔叔", "伯伯", "大伯", "叔", "伯", "姑姑",
            "姑母", "姑妈", "舅舅", "舅父", "舅", "姨妈", "姨母", "姨",
        ],
    ),
    ("^vv", &["侄子女", "外甥子女", "侄甥", "侄子", "侄女", "侄儿", "侄", "外甥", "外甥女", "甥", "内侄", "内侄女"]),
    ("^^vv", COUSINS),
    ("=^", &["岳父母", "公婆", "公公婆婆", "岳丈", "岳父", "岳母", "公公", "婆婆", "丈人", "丈母娘"]),
    ("v=", &["儿媳", "儿媳妇", "女婿"]),
    ("v=^", &["亲家", "亲家公", "亲家母"]),
    ("^v=", &["嫂子", "嫂嫂", "嫂", "弟媳", "姐夫", "妹夫"]),
    (
        "=^v",
        &[
            "妻舅",
            "大舅子",
            "小舅子",
            "内兄",
            "内弟",
            "大姨子",
            "小姨子",
            "妻姐",
            "妻妹",
            "妻兄",
            "妻弟",
            "大伯子",
            "小叔子",
            "大姑子",
            "小姑子",
        ],
    ),
    ("=^v=", &["连襟", "妯娌"]),
    ("^^v=", &["伯母", "婶婶", "婶母", "婶", "姑父", "姑丈", "舅妈", "舅母", "姨父", "姨丈", "姨夫"]),
    ("^vv=", &["侄媳", "侄女婿", "外甥媳妇", "外甥女婿"]),
    ("^^vv=", &["堂嫂", "堂弟媳", "堂姐夫", "堂妹夫", "表嫂", "表弟媳", "表姐夫", "表妹夫"]),
    ("=^^v", &["妻叔", "妻伯", "妻姑", "妻舅父", "妻姨"]),
    ("=^^vv", &["妻表兄", "妻表弟", "妻堂兄", "妻堂弟", "妻表兄弟", "妻堂兄弟"]),
    ("=^^", &["妻祖父", "妻祖母"]),
    ("vv=", &["孙媳", "孙媳妇", "孙女婿"]),
    ("^^^v", &["叔祖父", "伯祖父", "叔公", "姑婆", "舅公", "姨婆", "叔祖", "姑祖母", "舅祖父"]),
    ("^^^vv", &["堂叔", "堂伯", "堂姑", "表叔", "表舅", "表姑", "表姨"]),
    ("^^vvv", &["堂侄", "堂侄女", "表侄", "表侄女", "表外甥"]),
    ("=|v=", &["媳妇"]),
    ("^v|^v=", &["弟妹", "兄嫂", "哥嫂"]),
    ("^|v", &["父子", "父女", "母子", "母女"]),
    ("^^|vv", &["祖孙", "爷孙"]),
    ("^^v|^vv", &["叔侄", "姑侄", "舅甥", "姨甥"]),
    ("^^v|^^v=", &["伯父母", "叔父母", "舅父母"]),
    ("=^|v=", &["婆媳", "翁婿"]),
    ("=^v|^v=", &["姑嫂", "叔嫂", "郎舅"]),
    ("^vvv", &["侄孙", "侄孙女", "外甥孙", "甥孙"]),
];

const CHILDREN: &[&str] = &[
    "儿子",
    "女儿",
    "子",
    "女",
    "长子",
    "次子",
    "三子",
    "独子",
    "长女",
    "次女",
    "三女",
    "独女",
    "子女",
    "儿女",
    "孩子",
    "独生子",
    "独生女",
    "独生子女",
];

const SIBLINGS: &[&str] = &[
    "哥哥",
    "弟弟",
    "姐姐",
    "妹妹",
    "兄",
    "弟",
    "姐",
    "妹",
    "兄长",
    "胞兄",
    "胞弟",
    "胞姐",
    "胞妹",
    "大哥",
    "二哥",
    "大姐",
    "二姐",
    "哥",
    "姊",
    "兄弟",
    "姐妹",
    "兄弟姐妹",
    "姊妹",
    "兄弟姊妹",
    "兄妹",
    "姐弟",
    "姊弟",
];

const COUSINS: &[&str] = &[
    "堂哥",
    "堂兄",
    "堂弟",
    "堂姐",
    "堂妹",
    "表哥",
    "表兄",
    "表弟",
    "表姐",
    "表妹",
    "堂兄弟",
    "表兄弟",
    "堂姐妹",
    "表姐妹",
    "堂兄弟姐妹",
    "表兄弟姐妹",
    "堂兄妹",
    "表兄妹",
    "堂姐弟",
    "表姐弟",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_path_is_written_in_known_signs_and_no_term_stands_twice() {
        let mut seen = BTreeSet::new();
        for (path, terms) in TERMS {
            assert!(path.chars().all(|sign| sign == '|' || hop(sign).is_some()), "{path}");
            for term in *terms {
                assert!(seen.insert(term), "{term} stands twice");
            }
        }
    }

    #[test]
    fn a_term_may_be_padded_and_a_strange_one_is_unknown() {
        assert_eq!(readings(" 舅舅 ").iter().map(Vec::len).collect::<Vec<_>>(), [3]);
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
