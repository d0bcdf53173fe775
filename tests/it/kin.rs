//! The kin closure: the law's list and what stands just outside it, its asymmetry, and properties of random families.

use std::collections::{BTreeMap, BTreeSet};

use evenhand::check::{self, KinGraph, kin_words};
use evenhand::diag::codes;
use evenhand::id::ActorId;
use evenhand::pool::read::{Spans, read_files};
use evenhand::pool::{KinEdge, KinKind, ParentKind, PartialDate, Party, PartyRole, Pool};
use evenhand::ties::kin::{Kin, Kinship, Relation, impossible_lines, known_terms, unknown_terms};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::properties::config;
use super::records::{self, kin, parent, party, term};

mod chains;
mod open;

const TODAY: Date = date(2026, 11, 20);

fn married(a: &str, b: &str) -> KinEdge {
    kin(a, b, KinKind::Spouse { from: None, to: None })
}

fn pool(kin: Vec<KinEdge>) -> Pool {
    Pool { kin, ..Pool::default() }
}

fn relation(pool: &Pool, x: &str, y: &str) -> Option<Relation> {
    Kin::new(pool, TODAY).relation(&x.into(), &y.into())
}

fn kinship(pool: &Pool, x: &str, y: &str) -> Option<Kinship> {
    relation(pool, x, y).map(|relation| relation.kinship)
}

/// Four generations around `me`: both grandparents' sides, a wife with her own, siblings, children and in-laws.
fn family() -> Pool {
    pool(vec![
        parent("great", "grand"),
        parent("great", "granduncle"),
        parent("granduncle", "uncle_once_removed"),
        parent("grand", "father"),
        parent("grand", "uncle"),
        parent("grand", "aunt"),
        married("uncle", "uncles_wife"),
        married("aunt", "aunts_husband"),
        parent("uncle", "cousin"),
        married("cousin", "cousins_wife"),
        parent("cousin", "cousins_son"),
        parent("father", "me"),
        parent("father", "brother"),
        parent("mother", "me"),
        parent("mother", "half_sister"),
        married("brother", "brothers_wife"),
        parent("brothers_wifes_mother", "brothers_wife"),
        parent("brother", "nephew"),
        parent("nephew", "grandnephew"),
        married("me", "wife"),
        parent("wifes_father", "wife"),
        parent("wifes_grandfather", "wifes_father"),
        parent("wifes_grandfather", "wifes_uncle"),
        parent("wifes_uncle", "wifes_cousin"),
        parent("wifes_father", "wifes_sister"),
        married("wifes_sister", "wifes_sisters_husband"),
        parent("me", "daughter"),
        parent("wife", "daughter"),
        married("daughter", "son_in_law"),
        parent("son_in_laws_father", "son_in_law"),
        parent("daughter", "grandson"),
    ])
}

#[test]
fn everyone_on_the_list_is_near_kin_in_both_directions() {
    let pool = family();
    for (who, expected) in [
        ("wife", Kinship::Spouse),
        ("father", Kinship::Lineal),
        ("grand", Kinship::Lineal),
        ("great", Kinship::Lineal),
        ("grandson", Kinship::Lineal),
        ("brother", Kinship::Collateral),
        ("half_sister", Kinship::Collateral),
        ("uncle", Kinship::Collateral),
        ("aunt", Kinship::Collateral),
        ("cousin", Kinship::Collateral),
        ("nephew", Kinship::Collateral),
        ("wifes_father", Kinship::Affine),
        ("wifes_sister", Kinship::Affine),
        ("wifes_sisters_husband", Kinship::Affine),
        ("son_in_law", Kinship::Affine),
        ("son_in_laws_father", Kinship::Affine),
        ("uncles_wife", Kinship::Affine),
        ("aunts_husband", Kinship::Affine),
        ("cousins_wife", Kinship::Affine),
        ("brothers_wife", Kinship::Affine),
        ("wifes_uncle", Kinship::Affine),
        ("wifes_cousin", Kinship::Affine),
    ] {
        assert_eq!(kinship(&pool, "me", who), Some(expected), "me – {who}");
        assert_eq!(kinship(&pool, who, "me"), Some(expected), "{who} – me");
    }
}

#[test]
fn kin_just_outside_the_list_calls_for_review_only() {
    let pool = family();
    for who in
        ["granduncle", "uncle_once_removed", "cousins_son", "grandnephew", "wifes_grandfather", "brothers_wifes_mother"]
    {
        assert_eq!(kinship(&pool, "me", who), Some(Kinship::Distant), "me – {who}");
        assert_eq!(kinship(&pool, who, "me"), Some(Kinship::Distant), "{who} – me");
        assert!(relation(&pool, "me", who).is_some_and(|relation| !relation.is_near()));
    }
}

#[test]
fn a_wifes_uncle_is_near_because_i_am_on_his_list_while_a_brothers_wifes_uncle_is_distant() {
    let mut pool = family();
    pool.kin.push(parent("brothers_wifes_grandmother", "brothers_wifes_mother"));
    pool.kin.push(parent("brothers_wifes_grandmother", "brothers_wifes_uncle"));
    assert_eq!(kinship(&pool, "me", "wifes_uncle"), Some(Kinship::Affine));
    assert_eq!(kinship(&pool, "brother", "brothers_wifes_uncle"), Some(Kinship::Affine));
    assert_eq!(kinship(&pool, "me", "brothers_wifes_uncle"), Some(Kinship::Distant));
    assert_eq!(kinship(&pool, "brothers_wifes_uncle", "me"), Some(Kinship::Distant));
    pool.kin.push(parent("brothers_wifes_uncle", "brothers_wifes_cousin"));
    pool.kin.push(married("brothers_wifes_cousin", "her_cousins_husband"));
    assert_eq!(kinship(&pool, "me", "brothers_wifes_cousin"), Some(Kinship::Distant));
    assert_eq!(kinship(&pool, "me", "her_cousins_husband"), None, "eight steps");
}

#[test]
fn the_narrow_list_of_near_relatives_ends_at_grandparents_siblings_and_grandchildren() {
    let pool = family();
    let immediate = |who: &str| relation(&pool, "me", who).is_some_and(|relation| relation.is_immediate());
    for who in ["wife", "father", "mother", "daughter", "brother", "half_sister", "grand", "grandson"] {
        assert!(immediate(who), "{who}");
    }
    for who in ["great", "uncle", "nephew", "cousin", "wifes_father", "son_in_law", "granduncle"] {
        assert!(!immediate(who), "{who}");
    }
}

#[test]
fn a_degree_is_seen_from_its_own_side() {
    let pool = family();
    let uncle = relation(&pool, "me", "uncle").expect("an uncle");
    assert_eq!((uncle.up, uncle.down), (2, 1));
    assert_eq!(uncle.title().zh, "伯叔姑舅姨");
    assert_eq!(relation(&pool, "uncle", "me"), Some(uncle.reversed()));
    assert_eq!(uncle.reversed().title().zh, "侄甥");
}

#[test]
fn declared_terms_reach_as_far_as_their_meaning() {
    for (word, expected) in [
        ("配偶", Kinship::Spouse),
        ("父亲", Kinship::Lineal),
        ("外孙", Kinship::Lineal),
        ("表哥", Kinship::Collateral),
        ("堂弟", Kinship::Collateral),
        ("舅舅", Kinship::Collateral),
        ("侄女", Kinship::Collateral),
        ("岳父", Kinship::Affine),
        ("连襟", Kinship::Affine),
        ("妯娌", Kinship::Affine),
        ("亲家", Kinship::Affine),
        ("姨父", Kinship::Affine),
        ("婶婶", Kinship::Affine),
        ("表嫂", Kinship::Affine),
        ("妻叔", Kinship::Affine),
        ("妻表弟", Kinship::Affine),
        ("前妻", Kinship::FormerSpouse),
        ("叔祖父", Kinship::Distant),
        ("堂叔", Kinship::Distant),
        ("堂侄", Kinship::Distant),
        ("侄孙", Kinship::Distant),
        ("妻祖父", Kinship::Distant),
    ] {
        let pool = pool(vec![term("me", "other", word)]);
        assert_eq!(kinship(&pool, "me", "other"), Some(expected), "{word}");
        assert_eq!(kinship(&pool, "other", "me"), Some(expected), "{word} from the other side");
    }
}

#[test]
fn a_declared_term_joins_the_recorded_family() {
    let pool = pool(vec![term("me", "uncle", "舅舅"), parent("uncle", "cousin"), married("me", "wife")]);
    assert_eq!(kinship(&pool, "me", "cousin"), Some(Kinship::Collateral));
    assert_eq!(kinship(&pool, "wife", "uncle"), Some(Kinship::Affine));
}

#[test]
fn the_sides_of_a_family_are_not_taken_for_one() {
    let pool = pool(vec![term("me", "mothers_brother", "舅舅"), term("me", "fathers_brother", "叔叔")]);
    assert_eq!(kinship(&pool, "mothers_brother", "fathers_brother"), Some(Kinship::Unknown), "no siblings");
}

#[test]
fn a_term_nobody_knows_is_kin_of_unknown_degree_and_is_named() {
    let pool = pool(vec![term("me", "other", "干爹"), term("me", "uncle", "舅舅")]);
    assert_eq!(kinship(&pool, "other", "me"), Some(Kinship::Unknown));
    let told = unknown_terms(&pool, &Spans::default());
    let shown: Vec<_> = told.iter().map(|fault| (fault.code.0, fault.span.clone().unwrap().value.unwrap())).collect();
    assert_eq!(shown, [("W0503", "干爹".to_string())]);
}

/// What the checker makes of the walk's finding.
fn judged(relation: Relation) -> check::Kin {
    match (relation.kinship, relation.up + relation.down) {
        (Kinship::Spouse, _) => check::Kin::Spouse,
        (Kinship::Lineal, 1) => check::Kin::ParentOrChild,
        (Kinship::Lineal, 2) => check::Kin::Grand,
        (Kinship::Lineal, _) => check::Kin::Lineal,
        (Kinship::Collateral, 2) => check::Kin::Sibling,
        (Kinship::Collateral, _) => check::Kin::Collateral,
        (Kinship::Affine, _) => check::Kin::Affine,
        (Kinship::FormerSpouse, _) => check::Kin::FormerSpouse,
        (Kinship::BirthKinOfAdopted, _) => check::Kin::BirthKin,
        (Kinship::Distant, _) => check::Kin::Distant,
        (Kinship::Unknown, _) => check::Kin::Unknown,
    }
}

#[test]
fn the_walk_and_the_checker_read_every_word_alike() {
    let words: BTreeSet<&str> = known_terms().collect();
    assert_eq!(words, kin_words().collect::<BTreeSet<_>>());
    let words: Vec<&str> = words.into_iter().collect();
    let marks = ["大", "三", "小", "老", "满", "长", "次", "亲", "同胞", "同父异母", "异母"];
    let marked = words.iter().step_by(4).flat_map(|word| marks.map(|mark| format!("{mark}{word}")));
    let pairs =
        words.iter().step_by(7).flat_map(|one| words.iter().step_by(21).map(move |two| format!("{one}之{two}")));
    let sample = |step| words.iter().step_by(step).copied().collect::<Vec<_>>();
    let mut triples = Vec::new();
    for (one, two) in sample(9).iter().zip(sample(5)) {
        triples.extend(sample(41).iter().map(|end| format!("{one}的{two}之{end}")));
    }
    // Kin of the two see whether all readings are the same, not the nearest alone.
    let around = |who: &str| {
        let name = |kin: &str| format!("{who}s_{kin}");
        [
            parent(&name("father"), who),
            parent(&name("father"), &name("brother")),
            married(&name("brother"), &name("brothers_wife")),
            married(who, &name("spouse")),
            parent(&name("spouses_father"), &name("spouse")),
            parent(who, &name("child")),
            married(&name("child"), &name("childs_spouse")),
        ]
    };
    let rest = [around("me"), around("other")].concat();
    let people: BTreeSet<ActorId> = rest.iter().flat_map(|edge| [edge.a.clone(), edge.b.clone()]).collect();
    let all = words.iter().map(|word| word.to_string()).chain(marked).chain(pairs).chain(triples);
    for (index, word) in all.enumerate() {
        let alone = pool(vec![term("me", "other", &word)]);
        let (walked, judge) = (relation(&alone, "me", "other"), KinGraph::new(&alone, TODAY));
        assert_eq!(walked.map(judged), judge.between(&"me".into(), &"other".into()), "{word}");
        assert_eq!(walked.map(judged), judge.between(&"other".into(), &"me".into()), "{word}");
        if index % 29 > 0 {
            continue;
        }
        let pool = pool([rest.clone(), vec![term("me", "other", &word)]].concat());
        let (walk, judge) = (Kin::new(&pool, TODAY), KinGraph::new(&pool, TODAY));
        for one in &people {
            let walked: BTreeMap<_, _> =
                walk.of(one).into_iter().map(|fact| (fact.other, judged(fact.relation))).collect();
            assert_eq!(walked, judge.kin_of(one), "{word}, seen from {one}");
        }
    }
}

#[test]
fn everyday_words_mean_the_nearest_degree_they_include() {
    for (degree, words) in [
        (check::Kin::Spouse, "夫妻 夫妇 夫妻关系 媳妇 子之母"),
        (
            check::Kin::ParentOrChild,
            "父母 父子 父女 母子 母女 亲子关系 大儿子 小女儿 幺子 亲爹 老子 后妈 后爹 老爸 父之妻 妻之子 祖父之子",
        ),
        (
            check::Kin::Sibling,
            "亲兄弟 同胞姐姐 兄弟 姐妹 兄弟姐妹 兄妹 姐弟 三弟 四哥 亲弟弟 同父异母弟弟 弟妹 父之子 兄之弟",
        ),
        (check::Kin::Grand, "祖父母 外祖父母 孙子女 外孙子女 祖孙 长孙 父之父"),
        (
            check::Kin::Collateral,
            "二叔 小姨 幺舅 满姑 大爷 二大爷 叔侄 大表哥 三堂弟 姑表弟 姨表姐 舅表兄 父之兄 兄弟之子",
        ),
        (
            check::Kin::Affine,
            "大妈 大娘 二大娘 姑夫 叔母 侄媳妇 外甥媳 外甥媳妇 弟媳妇 妻哥 妻弟 妻姐 妻妹 夫兄 夫弟 夫姐 夫妹 婆母 公爹 丈人 \
             丈母娘 老丈人 小姨子 大姨子 小舅子 大舅子 大姑子 小姑子 大伯子 小叔子 妯娌 连襟 挑担 岳父母 公婆 妻之叔 妻之表兄弟 妻子的表兄弟 婆媳 大嫂 二舅妈 妻之兄弟之妻 妻妹夫 妻姐夫",
        ),
        (check::Kin::FormerSpouse, "前妻"),
        (
            check::Kin::Distant,
            "曾叔祖父 再从兄 族叔 族兄 二爷爷 三爷爷 小奶奶 二姥爷 外孙女婿 孙女婿 孙媳 孙媳妇 二堂叔 兄之妻之父 前妻之兄",
        ),
        (check::Kin::Unknown, "干爹 干妈 远房表哥 大夫 大子 二父亲 小祖 妻之友 之 父之父之父之父之父"),
        (check::Kin::Lineal, "太外公 高祖父 玄孙女 父之父之父之父 曾祖父之曾祖父之曾祖父之曾祖父"),
    ] {
        for word in words.split_whitespace() {
            let pool = pool(vec![term("me", "other", word)]);
            assert_eq!(relation(&pool, "me", "other").map(judged), Some(degree), "{word}");
            assert_eq!(relation(&pool, "other", "me").map(judged), Some(degree), "{word}, from the other side");
        }
    }
}

#[test]
fn a_word_without_direction_says_the_same_whoever_stands_first() {
    let rest = [
        parent("grandfather", "x"),
        parent("x", "sister"),
        married("y", "wife"),
        parent("y", "child"),
        parent("boss", "y"),
    ];
    for word in ["父子", "母女", "祖孙", "叔侄", "婆媳", "姑嫂"] {
        let told = |a: &str, b: &str| {
            let pool = pool([vec![term(a, b, word)], rest.to_vec()].concat());
            let judge = KinGraph::new(&pool, TODAY);
            let who = ["x", "y", "grandfather", "sister", "wife", "child", "boss"];
            let pairs = who.iter().flat_map(|one| who.iter().map(move |other| (*one, *other)));
            pairs
                .map(|(one, other)| {
                    (relation(&pool, one, other).map(judged), judge.between(&one.into(), &other.into()))
                })
                .collect::<Vec<_>>()
        };
        let (one, other) = (told("x", "y"), told("y", "x"));
        assert_eq!(one, other, "{word}");
        assert_eq!(one[1].0, one[1].1, "{word}");
    }
}

#[test]
fn no_hint_proposes_another_term_for_one_that_nobody_can_read() {
    let mut garbled = 0;
    for word in known_terms() {
        let characters: Vec<char> = word.chars().collect();
        let without = (0..characters.len()).map(|gap| {
            characters
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != gap)
                .map(|(_, character)| *character)
                .collect::<String>()
        });
        for other in without.chain([format!("{word}氏"), format!("远房{word}")]) {
            for told in unknown_terms(&pool(vec![term("me", "other", &other)]), &Spans::default()) {
                garbled += 1;
                let hint = format!("{}{}", told.hint.zh, told.hint.en).replace("妻之叔", "");
                assert!(
                    known_terms()
                        .filter(|known| known.chars().count() > 1 && *known != "配偶")
                        .all(|known| !hint.contains(known)),
                    "{other}: {hint}"
                );
            }
        }
    }
    assert!(garbled > 200, "{garbled}");
}

fn found(pool: &Pool) -> Vec<(&'static str, Option<String>)> {
    let told = impossible_lines(pool, &Spans::default());
    told.iter().map(|fault| (fault.code.0, fault.span.clone().and_then(|span| span.value))).collect()
}

#[test]
fn nobody_is_above_themselves_by_terms_or_by_terms_and_edges() {
    let cycle = |kin| found(&pool(kin)).iter().map(|(code, _)| *code).collect::<Vec<_>>();
    assert_eq!(cycle(vec![term("p1", "p2", "父亲"), term("p2", "p1", "父亲")]), ["E0501"]);
    assert_eq!(cycle(vec![term("p1", "p2", "祖父"), parent("p1", "p2")]), ["E0501"]);
    assert_eq!(cycle(vec![term("p1", "p2", "儿子"), term("p1", "p3", "养父"), term("p3", "p2", "外公")]), ["E0501"]);
    assert_eq!(cycle(vec![term("p1", "p2", "父亲"), term("p2", "p1", "儿子"), parent("p2", "p1")]), [""; 0]);
    assert_eq!(cycle(vec![term("p1", "p2", "父子"), term("p2", "p1", "父子")]), [""; 0], "the direction is open");
    assert_eq!(
        cycle(vec![term("p1", "p2", "哥哥"), term("p2", "p1", "弟弟")]),
        [""; 0],
        "nobody descends from the other"
    );
    assert_eq!(cycle(vec![parent("p1", "p2"), parent("p2", "p1")]), [""; 0], "the pool's own checks tell it");
}

#[test]
fn rows_with_a_cell_that_cannot_be_read_close_no_cycle() {
    let told = |rows: &str| {
        let file = ("kin.csv".to_string(), format!("甲,乙,关系\n{rows}").into_bytes());
        let reading = read_files(&[file].into());
        let (pool, spans) = reading.judged();
        assert_eq!(pool.kin.len(), 2);
        impossible_lines(pool, spans).len()
    };
    assert_eq!(told("p1,p2,父亲\np2,p1,父亲\n"), 1);
    assert_eq!(told(",p2,父亲\np2,,父亲\n"), 0);
    assert_eq!(told("p1,,父亲\n,p1,父亲\n"), 0);
}

#[test]
fn a_parent_by_birth_is_twelve_years_older_at_least() {
    let told = |kind: KinEdge, parent: (i16, i8), child: (i16, i8)| {
        let mut pool = pool(vec![kind]);
        for (id, (year, month)) in [("p1", parent), ("p2", child)] {
            let mut person = records::person(id, "room");
            (person.id, person.born) = (id.into(), PartialDate::month(year, month));
            pool.people.insert(person.id.clone(), person);
        }
        found(&pool).iter().map(|(code, _)| *code).collect::<Vec<_>>()
    };
    let adopted = || kin("p1", "p2", KinKind::Parent(ParentKind::Adoptive));
    assert_eq!(told(parent("p1", "p2"), (1970, 1), (1981, 11)), [codes::E0404.0]);
    assert_eq!(told(parent("p1", "p2"), (1970, 1), (1982, 1)), [""; 0], "twelve years, perhaps");
    assert_eq!(told(parent("p1", "p2"), (1990, 1), (1970, 1)), [codes::E0404.0], "the child is the elder");
    assert_eq!(told(term("p2", "p1", "父亲"), (1990, 1), (1970, 1)), [codes::E0404.0]);
    assert_eq!(told(term("p1", "p2", "女儿"), (1970, 1), (1971, 1)), [codes::E0404.0]);
    assert_eq!(told(term("p2", "p1", "继母"), (1970, 1), (1971, 1)), [""; 0]);
    assert_eq!(told(adopted(), (1970, 1), (1971, 1)), [""; 0]);
}

#[test]
fn twelve_years_to_the_day_make_a_parent() {
    let told = |day| {
        let mut pool = pool(vec![parent("p1", "p2")]);
        for (id, born) in [("p1", PartialDate::day(1970, 1, 2)), ("p2", PartialDate::day(1982, 1, day))] {
            pool.people.insert(id.into(), evenhand::pool::Person { born, ..records::person(id, "room") });
        }
        found(&pool).len()
    };
    assert_eq!((told(1), told(2)), (1, 0));
}

#[test]
fn a_marriage_ends_the_day_after_the_last_day_it_may_have_lasted() {
    let ended = |to: PartialDate| {
        let spouse = kin("me", "wife", KinKind::Spouse { from: None, to: Some(to) });
        let pool = pool(vec![spouse, parent("wifes_father", "wife")]);
        (kinship(&pool, "me", "wife"), kinship(&pool, "me", "wifes_father"))
    };
    let day = |day| PartialDate::day(2026, 11, day).expect("a day");
    assert_eq!(ended(day(20)), (Some(Kinship::Spouse), Some(Kinship::Affine)));
    assert_eq!(ended(day(19)), (Some(Kinship::FormerSpouse), Some(Kinship::Unknown)));
    let month = PartialDate::month(2026, 11).expect("a month");
    assert_eq!(ended(month), (Some(Kinship::Spouse), Some(Kinship::Affine)));
}

#[test]
fn adoption_turns_birth_kin_into_a_matter_for_review_unless_the_adopter_married_the_birth_parent() {
    let adoptive = |a, b| kin(a, b, KinKind::Parent(ParentKind::Adoptive));
    let kin = vec![parent("birth_mother", "me"), parent("birth_mother", "birth_brother"), adoptive("father", "me")];
    let apart = pool(kin.clone());
    assert_eq!(kinship(&apart, "me", "birth_mother"), Some(Kinship::BirthKinOfAdopted));
    assert_eq!(kinship(&apart, "birth_brother", "me"), Some(Kinship::BirthKinOfAdopted));
    assert_eq!(kinship(&apart, "me", "father"), Some(Kinship::Lineal));
    let joined = pool([kin, vec![married("birth_mother", "father")]].concat());
    assert_eq!(kinship(&joined, "me", "birth_mother"), Some(Kinship::Lineal));
}

#[test]
fn a_stepfather_by_marriage_alone_is_not_overlooked() {
    let by_marriage = pool(vec![parent("mother", "me"), married("mother", "her_husband")]);
    assert_eq!(kinship(&by_marriage, "me", "her_husband"), Some(Kinship::Distant));
    let step = kin("her_husband", "me", KinKind::Parent(ParentKind::Step));
    let on_record = pool(vec![parent("mother", "me"), step]);
    assert_eq!(kinship(&on_record, "me", "her_husband"), Some(Kinship::Lineal));
}

#[test]
fn a_party_on_the_roster_has_that_persons_kin() {
    let mut pool = pool(vec![parent("father", "p1")]);
    let party = Party { person: Some("p1".into()), ..party("q1", "c1", PartyRole::Subject) };
    pool.parties.insert(party.id.clone(), party);
    assert_eq!(kinship(&pool, "father", "q1"), Some(Kinship::Lineal));
    assert_eq!(kinship(&pool, "father", "p1"), Some(Kinship::Lineal));
    assert_eq!(kinship(&pool, "p1", "q1"), None);
}

#[test]
fn a_cycle_in_the_records_ends() {
    let pool = pool(vec![parent("a", "b"), parent("b", "a"), parent("a", "c")]);
    assert_eq!(kinship(&pool, "a", "c"), Some(Kinship::Lineal));
    assert_eq!(kinship(&pool, "b", "c"), Some(Kinship::Lineal));
}

/// The law's list word for word, over all people of a small family: who stands on whose list. Collateral kin descend
/// from one ancestor by lines that part below; that somebody is lineal kin as well takes nothing away.
mod list {
    use super::*;

    #[derive(Debug)]
    pub struct Family {
        pub parents: BTreeSet<(usize, usize)>,
        pub spouses: BTreeSet<(usize, usize)>,
        pub size: usize,
    }

    impl Family {
        fn everyone(&self) -> std::ops::Range<usize> {
            0..self.size
        }

        fn is_parent(&self, a: usize, b: usize) -> bool {
            self.parents.contains(&(a, b))
        }

        fn is_spouse(&self, a: usize, b: usize) -> bool {
            self.spouses.contains(&(a, b)) || self.spouses.contains(&(b, a))
        }

        fn is_ancestor(&self, a: usize, b: usize) -> bool {
            self.is_parent(a, b) || self.everyone().any(|m| self.is_parent(a, m) && self.is_ancestor(m, b))
        }

        /// Everybody below `from` on each line of descent to `who` of two generations at most.
        fn lines(&self, from: usize, who: usize) -> Vec<BTreeSet<usize>> {
            let between = self.everyone().filter(|c| self.is_parent(from, *c) && self.is_parent(*c, who));
            let child = self.is_parent(from, who).then(|| BTreeSet::from([who]));
            between.map(|c| BTreeSet::from([c, who])).chain(child).collect()
        }

        fn is_lineal(&self, x: usize, y: usize) -> bool {
            self.is_ancestor(x, y) || self.is_ancestor(y, x)
        }

        fn is_sibling(&self, x: usize, y: usize) -> bool {
            x != y && self.everyone().any(|p| self.is_parent(p, x) && self.is_parent(p, y))
        }

        fn is_collateral(&self, x: usize, y: usize) -> bool {
            self.everyone().any(|a| {
                let (to_x, to_y) = (self.lines(a, x), self.lines(a, y));
                to_x.iter().any(|line| to_y.iter().any(|other| line.is_disjoint(other)))
            })
        }

        fn has_affine(&self, x: usize, y: usize) -> bool {
            self.everyone().any(|s| {
                (self.is_spouse(x, s) && (self.is_parent(y, s) || self.is_sibling(s, y)))
                    || (self.is_spouse(x, s) && self.everyone().any(|b| self.is_sibling(s, b) && self.is_spouse(b, y)))
                    || (self.is_parent(x, s) && self.is_spouse(s, y))
                    || (self.is_parent(x, s) && self.everyone().any(|w| self.is_spouse(s, w) && self.is_parent(y, w)))
                    || (self.is_collateral(x, s) && self.is_spouse(s, y))
            })
        }

        pub fn on_list(&self, x: usize, y: usize) -> bool {
            x != y
                && (self.is_spouse(x, y) || self.is_lineal(x, y) || self.is_collateral(x, y) || self.has_affine(x, y))
        }
    }
}

prop_compose! {
    /// Parents have smaller numbers than their children, two at most; marriages as they come.
    fn families()(
        parents in prop::collection::vec((0usize..100, 1usize..9), 4..14),
        spouses in prop::collection::vec((0usize..9, 0usize..9), 0..5),
    ) -> list::Family {
        let parents = parents.into_iter().map(|(parent, child)| (parent % child, child)).collect();
        let spouses = spouses.into_iter().filter(|(a, b)| a != b).collect();
        list::Family { parents, spouses, size: 9 }
    }
}

fn rows_of(family: &list::Family) -> Vec<KinEdge> {
    let name = |index: &usize| format!("n{index}");
    let parents = family.parents.iter().map(|(a, b)| parent(&name(a), &name(b)));
    parents.chain(family.spouses.iter().map(|(a, b)| married(&name(a), &name(b)))).collect()
}

proptest! {
    #![proptest_config(config(256))]
    #[test]
    fn the_walk_finds_exactly_those_of_whom_one_is_on_the_others_list(family in families()) {
        let pool = pool(rows_of(&family));
        let kin = Kin::new(&pool, TODAY);
        for x in 0..family.size {
            let found: BTreeSet<ActorId> =
                kin.of(&format!("n{x}").as_str().into()).into_iter().filter(|fact| fact.relation.is_near()).map(|fact| fact.other).collect();
            let listed: BTreeSet<ActorId> = (0..family.size)
                .filter(|y| family.on_list(x, *y) || family.on_list(*y, x))
                .map(|y| ActorId::new(format!("n{y}")))
                .collect();
            prop_assert_eq!(found, listed, "kin of n{}", x);
        }
    }

    #[test]
    fn kin_is_mutual_and_does_not_depend_on_row_order(
        (rows, shuffled) in families()
            .prop_map(|family| rows_of(&family))
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let (pool, other) = (pool(rows), pool(shuffled));
        let (kin, again) = (Kin::new(&pool, TODAY), Kin::new(&other, TODAY));
        for x in (0..9).map(|x| ActorId::new(format!("n{x}"))) {
            prop_assert_eq!(kin.of(&x), again.of(&x));
            for fact in kin.of(&x) {
                prop_assert_eq!(kin.relation(&fact.other, &x), Some(fact.relation.reversed()));
            }
        }
    }
}
