//! Kin through a third person: what terms say of the same people, and what rows leave open.

use evenhand::check::{EntryVerdict, Judge};
use evenhand::id::CaseId;
use evenhand::policy::{RoleClass, builtin};
use evenhand::rules;
use evenhand::screen::{Screener, Verdict};
use evenhand::ties::infer;

use super::*;
use crate::village;

/// Rows as they stand in the file: person, relative, relation, and for a marriage that ended its years.
fn rows(text: &str) -> Vec<KinEdge> {
    let row = |row: &str| {
        let cells: Vec<&str> = row.split(',').map(str::trim).collect();
        let kind = match cells[2] {
            "亲生" => KinKind::Parent(ParentKind::Birth),
            "配偶" => KinKind::Spouse {
                from: None,
                to: cells.get(4).and_then(|year| PartialDate::year(year.parse().unwrap())),
            },
            term => KinKind::Term(term.to_string()),
        };
        kin(cells[0], cells[1], kind)
    };
    text.split('+').map(row).collect()
}

/// What screening and the checker say of p0052 in a case whose subject is S1.
fn verdicts(kin: &str) -> (Verdict, EntryVerdict) {
    let mut pool = village::village();
    village::person(&mut pool, "p0052");
    village::party(&mut pool, "S1", PartyRole::Subject);
    pool.kin = rows(kin);
    let policy = builtin().0;
    let ties = infer(&pool, &policy.ties, village::TODAY);
    let (person, case) = (&pool.people[&"p0052".into()], &pool.cases[&CaseId::from("c1")]);
    let screener = Screener::new(&pool, &ties, &policy, village::TODAY, rules::screening());
    let judge = Judge::new(&pool, &policy, village::TODAY);
    let entries = judge.screen(rules::checks(), person, case, RoleClass::Member, false);
    let strictest = entries.iter().map(|entry| entry.verdict).max().unwrap();
    (screener.screen(person, case, RoleClass::Member).verdict, strictest)
}

fn between(kin: &str, one: &str, other: &str) -> Option<check::Kin> {
    let pool = pool(rows(kin));
    let walked = relation(&pool, one, other).map(judged);
    let judge = KinGraph::new(&pool, TODAY);
    assert_eq!(walked, judge.between(&one.into(), &other.into()), "{kin}");
    assert_eq!(walked, relation(&pool, other, one).map(judged), "{kin}, from the other side");
    walked
}

#[test]
fn kin_told_by_terms_are_the_same_kin_through_a_third_person() {
    for (kin, degree) in [
        ("p0052,rX,姐姐 + rX,S1,父亲", check::Kin::ParentOrChild),
        ("p0052,rX,哥哥 + rX,S1,哥哥", check::Kin::Sibling),
        ("p0052,rX,哥哥 + S1,rX,弟弟", check::Kin::Sibling),
        ("p0052,rX,儿子 + rX,S1,姐姐", check::Kin::ParentOrChild),
        ("p0052,rX,妹夫 + rX,S1,妻子", check::Kin::Sibling),
        ("p0052,rX,妹夫 + S1,rX,配偶", check::Kin::Sibling),
        ("p0052,rX,舅舅 + rX,S1,姐姐", check::Kin::Collateral),
        ("p0052,rX,叔叔 + rX,S1,哥哥", check::Kin::Collateral),
        ("p0052,rX,表哥 + rX,S1,弟弟", check::Kin::Collateral),
        ("p0052,rX,姐姐 + rX,S1,舅舅", check::Kin::Collateral),
        ("p0052,rX,侄子 + rX,S1,弟弟", check::Kin::Collateral),
        ("p0052,rX,哥哥 + r3,rX,亲生 + r3,S1,亲生", check::Kin::Sibling),
        ("p0052,rX,哥哥 + rX,r3,姐姐 + r3,S1,弟弟", check::Kin::Sibling),
        ("p0052,rX,配偶 + p0052,r3,岳父 + r3,S1,哥哥", check::Kin::Affine),
        ("p0052,rX,妻子 + p0052,r3,小舅子 + rX,S1,姐姐", check::Kin::Affine),
        ("p0052,rX,父亲的弟弟 + rX,S1,哥哥", check::Kin::Collateral),
    ] {
        assert_eq!(between(kin, "p0052", "S1"), Some(degree), "{kin}");
        assert_eq!(verdicts(kin), (Verdict::Block, EntryVerdict::Fail), "{kin}");
    }
    assert_eq!(between("p0052,rX,哥哥 + p0129,rX,哥哥", "p0052", "p0129"), Some(check::Kin::Sibling));
    assert_eq!(between("p1,wife,妻子 + p1,p2,小舅子", "wife", "p2"), Some(check::Kin::Sibling));
}

#[test]
fn what_a_chain_leaves_open_calls_for_review() {
    for kin in [
        "p0052,rX,侄子 + rX,S1,父亲",
        "p0052,rX,干哥哥 + rX,S1,亲生",
        "rX,p0052,亲生 + rX,S1,干爹",
        "rX,p0052,亲生 + r3,rX,配偶 + r3,S1,远房表哥",
        "rX,p0052,配偶,2010,2020 + S1,rX,亲生",
        "rX,p0052,前妻 + S1,rX,亲生",
        "p0052,rX,姐姐 + rX,S1,配偶,2010,2025",
        "p0052,rX,亲生 + S1,rX,亲生",
        "p0052,rX,亲生 + r3,rX,亲生 + S1,r3,亲生",
        "p0052,rX,同父异母姐姐 + rX,S1,父亲",
        "p0052,rX,父之子 + rX,S1,母亲",
        "p0052,rX,姐姐 + S1,rX,收养关系不明",
        "p0052,rX,妹夫 + rX,S1,妻子 + rX,r3,妻子",
        // Four rows: perhaps a cousin or a sister, a child's father-in-law, a nephew's cousin.
        "p0052,rX,堂哥 + rX,r3,父亲 + r3,r4,弟弟 + r4,S1,女儿",
        "p0052,rX,孙子 + rX,r3,父亲 + r3,r4,妻子 + r4,S1,父亲",
        "p0052,rX,外甥 + rX,r3,母亲 + r3,r4,哥哥 + r4,S1,儿子",
        "p0052,rX,叔叔 + rX,r3,儿子 + r3,r4,父亲 + r4,S1,女儿",
        "p0052,rX,堂哥 + rX,r3,妹妹 + r3,r4,父亲 + r4,S1,儿子",
        "p0052,rX,配偶 + rX,r3,亲生 + r3,r4,配偶 + r4,S1,干爹",
        // A child of three, of whom one is married to each of the others.
        "p0052,rX,配偶 + rX,r3,亲生 + r3,r4,亲生 + S1,r4,亲生 + r5,r4,亲生 + r5,r3,配偶 + r5,S1,配偶",
    ] {
        assert_eq!(between(kin, "p0052", "S1"), Some(check::Kin::Unknown), "{kin}");
        assert_eq!(verdicts(kin), (Verdict::Review, EntryVerdict::Fail), "{kin}");
    }
    // A word that is known says no more than it says.
    for distant in ["p0052,rX,舅表兄 + rX,S1,亲生", "rX,p0052,配偶 + rX,S1,侄媳妇"] {
        assert_eq!(between(distant, "p0052", "S1"), Some(check::Kin::Distant), "{distant}");
        assert_eq!(verdicts(distant), (Verdict::Review, EntryVerdict::Fail), "{distant}");
    }
}

#[test]
fn a_former_spouse_or_a_third_parent_leaves_nobody_certain() {
    for kin in [
        "p0052,rZ,嫂子 + p0052,rW,哥哥 + rW,rZ,配偶,2001,2010 + rZ,S1,配偶",
        "p0052,rZ,妹夫 + rZ,S1,妻子 + rZ,rW,前妻",
        "p0052,rZ,女婿 + p0052,rW,女儿 + rW,rZ,配偶,2001,2010 + rZ,S1,配偶",
        "rF,p0052,亲生 + rM,p0052,亲生 + rM,rZ,亲生 + p0052,rZ,姐姐 + rZ,S1,父亲",
        "p0052,rZ,弟弟 + rZ,S1,弟弟 + p0052,rF,父亲 + p0052,rM,母亲 + S1,rG,父亲 + S1,rW,母亲",
    ] {
        assert_eq!(verdicts(kin), (Verdict::Review, EntryVerdict::Fail), "{kin}");
    }
    // With the one spouse, and with two parents in all, it is certain.
    for kin in ["p0052,rZ,妹夫 + rZ,S1,妻子", "rF,p0052,亲生 + rM,p0052,亲生 + p0052,rZ,姐姐 + rZ,S1,哥哥"]
    {
        assert_eq!(verdicts(kin), (Verdict::Block, EntryVerdict::Fail), "{kin}");
    }
}

#[test]
fn plain_rows_and_longer_chains_leave_nothing_open() {
    for kin in [
        "p0052,rX,亲生 + r3,rX,亲生 + p0052,r3,配偶 + r3,r4,亲生 + r4,r5,配偶 + r5,S1,配偶",
        "p0052,rX,配偶 + rX,r3,亲生 + r3,r4,配偶 + r4,r5,亲生 + r5,S1,干爹",
    ] {
        assert_eq!(between(kin, "p0052", "S1"), None, "{kin}");
    }
    // Whether the two parents of a child are married decides.
    let parents = "p0052,rX,配偶 + rX,r3,亲生 + r4,r3,亲生 + r4,S1,配偶";
    assert_eq!(between(parents, "p0052", "S1"), Some(check::Kin::Unknown));
    assert_eq!(between(&format!("{parents} + rX,r4,配偶"), "p0052", "S1"), None);
    // A word of either direction may tell of the parent.
    assert_eq!(between("p0052,rX,亲生 + rX,r3,父子 + S1,r3,亲生", "p0052", "S1"), Some(check::Kin::Unknown));
    for kin in [
        "p0052,rX,亲生 + rX,r3,配偶 + r3,S1,亲生",
        // By way of the child of two who are married.
        "p0052,rX,亲生 + rX,r4,亲生 + r3,r4,亲生 + rX,r3,配偶 + r3,S1,亲生",
    ] {
        assert_eq!(between(kin, "p0052", "S1"), Some(check::Kin::Distant), "{kin}");
    }
}

#[test]
fn of_two_ways_as_long_the_first_rows_are_the_evidence() {
    let pool = pool(rows("f,me,亲生 + m,me,亲生 + g,f,亲生 + g,m,亲生 + me,c,亲生 + me,d,亲生 + c,x,亲生 + d,x,亲生"));
    for (who, whom, expected) in [
        ("me", "g", ["f-me", "g-f"]),
        ("g", "me", ["f-me", "g-f"]),
        ("me", "x", ["me-c", "c-x"]),
        ("x", "me", ["me-c", "c-x"]),
    ] {
        let facts = Kin::new(&pool, TODAY).of(&who.into());
        let fact = facts.into_iter().find(|fact| fact.other == whom.into()).unwrap();
        let told: BTreeSet<String> = fact.rows.iter().map(|row| format!("{}-{}", row.a, row.b)).collect();
        assert_eq!(told, expected.map(String::from).into(), "{who} {whom}");
    }
}

#[test]
fn the_rows_of_a_chain_are_its_evidence() {
    let told = |kin: &str| {
        let pool = pool(rows(kin));
        let facts = Kin::new(&pool, TODAY).of(&"p0052".into());
        let fact = facts.into_iter().find(|fact| fact.other == "S1".into()).unwrap();
        fact.rows.into_iter().map(|row| format!("{}-{}", row.a, row.b)).collect::<Vec<_>>()
    };
    assert_eq!(told("p0052,rX,姐姐 + rX,S1,父亲"), ["p0052-rX", "rX-S1"]);
    assert_eq!(told("p0052,rX,妹夫 + rX,S1,妻子"), ["p0052-rX", "rX-S1"]);
    assert_eq!(told("p0052,rX,哥哥 + r3,rX,亲生 + r3,S1,亲生"), ["p0052-rX", "r3-rX", "r3-S1"]);
    assert_eq!(told("p0052,rX,干爹 + rX,r3,妻子 + r3,S1,弟弟"), ["p0052-rX", "rX-r3", "r3-S1"]);
}

#[test]
fn what_is_known_is_never_softened_by_what_is_identified() {
    // The wife was adopted; the father-in-law whom her husband names stays one.
    let kin = "x,wife,配偶 + x,w,岳父";
    let adopted = |kin: &str| {
        let mut rows = rows(kin);
        rows.push(super::kin("other", "wife", KinKind::Parent(ParentKind::Adoptive)));
        pool(rows)
    };
    assert_eq!(kinship(&adopted(kin), "x", "w"), Some(Kinship::Affine));
    // What the husband says of an adoption does not take her parents away.
    let told = pool(rows("x,wife,配偶 + x,w,妻之养父 + father,wife,亲生"));
    assert_eq!(kinship(&told, "wife", "father"), Some(Kinship::Lineal));
    assert_eq!(kinship(&told, "wife", "w"), Some(Kinship::Lineal));
}

#[test]
fn a_hub_of_many_rows_ends() {
    let hub = |word: &str| pool((0..300).map(|index| term("hub", &format!("n{index}"), word)).collect());
    for (word, expected) in [("干爹", Kinship::Unknown), ("弟弟", Kinship::Collateral)] {
        let pool = hub(word);
        let facts = Kin::new(&pool, TODAY).of(&"n7".into());
        assert_eq!(facts.len(), 300, "{word}");
        let others = facts.iter().filter(|fact| fact.other != "hub".into());
        assert!(others.clone().all(|fact| fact.relation.kinship == expected && fact.rows.len() == 2), "{word}");
        let judge = KinGraph::new(&pool, TODAY).kin_of(&"n7".into());
        assert_eq!(judge, facts.into_iter().map(|fact| (fact.other, judged(fact.relation))).collect(), "{word}");
    }
}

/// Rows of one step each from p0052 to S1 along a path, and the sides exchanged.
fn along(path: &str) -> [String; 2] {
    let last = path.chars().count();
    let laid = |ends: [&str; 2]| {
        let name = |step: usize| match step {
            0 => ends[0].to_string(),
            step if step == last => ends[1].to_string(),
            step => format!("r{step}"),
        };
        let row = |(step, sign): (usize, char)| match sign {
            '^' => format!("{},{},亲生", name(step + 1), name(step)),
            'v' => format!("{},{},亲生", name(step), name(step + 1)),
            _ => format!("{},{},配偶", name(step), name(step + 1)),
        };
        path.chars().enumerate().map(row).collect::<Vec<_>>().join(" + ")
    };
    [laid(["p0052", "S1"]), laid(["S1", "p0052"])]
}

/// Distant kin by rows and by a word: the fuller record is judged no softer.
#[test]
fn distant_kin_are_the_same_by_rows_as_by_a_word() {
    for (word, path) in [
        ("族叔", "^^^^vvv"),
        ("曾叔祖", "^^^^v"),
        ("再从兄", "^^^vvv"),
        ("妻之堂叔", "=^^^vv"),
        ("妻之叔祖父", "=^^^v"),
        ("堂婶", "^^^vv="),
        ("表嫂之兄", "^^vv=^v"),
        ("嫂子之兄", "^v=^v"),
        ("舅妈之兄", "^^v=^v"),
        ("亲家之兄", "v=^^v"),
        ("妻之舅妈", "=^^v="),
        ("妻之侄媳", "=^vv="),
        ("妻之表嫂", "=^^vv="),
        ("连襟之父", "=^v=^"),
        ("亲家之嫂子", "v=^^v="),
        ("嫂子前夫之子", "^v=v"),
    ] {
        for by_rows in along(path) {
            assert_eq!(between(&by_rows, "p0052", "S1"), Some(check::Kin::Distant), "{word}: {by_rows}");
            assert_eq!(verdicts(&by_rows), (Verdict::Review, EntryVerdict::Fail), "{word}: {by_rows}");
            let pool = pool(rows(&by_rows));
            let facts = Kin::new(&pool, TODAY).of(&"p0052".into());
            let fact = facts.into_iter().find(|fact| fact.other == "S1".into()).unwrap();
            let evidence: BTreeSet<_> = fact.rows.into_iter().cloned().collect();
            assert_eq!(evidence, rows(&by_rows).into_iter().collect(), "{word}: every row is told");
        }
        // A word that no table knows is kin of unknown degree, which asks for review as well.
        let kin = format!("p0052,S1,{word}");
        assert_eq!(verdicts(&kin), (Verdict::Review, EntryVerdict::Fail), "{word}: {kin}");
    }
}

#[test]
fn distant_kin_end_after_seven_steps_or_two_marriages() {
    // The last of each of these is one step or one marriage too many.
    for path in ["^^^^vvvv", "^^^^^vvv", "=^^^vvv=", "^^vv=^^v", "=^v=^v=", "=^v=v=", "^v=v=^v="] {
        let end = path.len() - 1;
        for (nearer, farther) in along(&path[..end]).into_iter().zip(along(path)) {
            assert_eq!(between(&nearer, "p0052", "S1"), Some(check::Kin::Distant), "{nearer}");
            assert_eq!(between(&farther, "p0052", "S1"), None, "{farther}");
            assert_eq!(verdicts(&farther), (Verdict::Clear, EntryVerdict::Pass), "{farther}");
        }
    }
    // Two marriages in a row, and from a child to the other parent's: no way between kin.
    for by_rows in along("^v==^v").into_iter().chain(along("^vvv^^v")) {
        assert_eq!(between(&by_rows, "p0052", "S1"), None, "{by_rows}");
    }
}
