//! Near kin who hold posts that exclude each other: told of the roster, binding no team.

use evenhand::diag::Diagnostic;
use evenhand::policy::{Policy, builtin};
use evenhand::pool::read::Spans;
use evenhand::pool::{KinKind, Pool, Position, UnitKind};
use evenhand::rules::posts::kin_in_posts;

use super::cli::evenhand;
use super::records;
use super::village::{TODAY, kin, organisation, parent, person, village};

/// A commission above a county's, each with two units, and one person in each unit: a and b above, c and d below.
fn commissions() -> Pool {
    let mut pool = village();
    organisation(&mut pool, "county", "衡南县纪委监委", "430422");
    pool.organisations.get_mut(&"county".into()).unwrap().parent = Some("commission".into());
    for id in ["county-room", "county-leaders"] {
        let unit = records::unit(id, UnitKind::Local, "county", "430422");
        pool.units.insert(unit.id.clone(), unit);
    }
    for (id, unit) in [("a", "room"), ("b", "group"), ("c", "county-room"), ("d", "county-leaders")] {
        person(&mut pool, id).unit = unit.into();
    }
    pool
}

fn told(policy: &Policy, pool: &Pool) -> Vec<Diagnostic> {
    kin_in_posts(policy, pool, &Spans::default(), TODAY)
}

fn wed(pool: &mut Pool, a: &str, b: &str) {
    kin(pool, a, b, KinKind::Spouse { from: None, to: None });
}

#[test]
fn near_kin_in_one_unit_are_told_once() {
    let policy = builtin().0;
    let mut pool = commissions();
    wed(&mut pool, "a", "b");
    assert_eq!(told(&policy, &pool), [], "two units of one commission");
    pool.people.get_mut(&"b".into()).unwrap().unit = "room".into();
    let found = told(&policy, &pool);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].cause.zh, "张b（b）与其配偶张a（a）同在“第一纪检监察室”任职");
    assert_eq!(found[0].cause.en, "张b (b) serves in 第一纪检监察室 together with near kin: 张a (a), spouse");
    for (term, expected) in [("堂叔", 0), ("干爹", 0), ("叔叔", 1), ("表哥", 1)] {
        pool.kin[0].kind = KinKind::Term(term.to_string());
        assert_eq!(told(&policy, &pool).len(), expected, "{term}");
    }
    let mut off = policy.clone();
    off.rules.rules.get_mut("R06").unwrap().enabled = false;
    assert_eq!(told(&off, &pool), [], "the rule is off");
}

#[test]
fn whoever_has_left_and_external_bodies_stay_out() {
    let policy = builtin().0;
    let mut pool = commissions();
    wed(&mut pool, "a", "b");
    pool.people.get_mut(&"b".into()).unwrap().unit = "room".into();
    pool.people.get_mut(&"a".into()).unwrap().left = Some(TODAY);
    assert_eq!(told(&policy, &pool), []);
    pool.people.get_mut(&"a".into()).unwrap().left = TODAY.tomorrow().ok();
    assert_eq!(told(&policy, &pool).len(), 1, "still serving");
    pool.units.get_mut(&"room".into()).unwrap().kind = UnitKind::External;
    assert_eq!(told(&policy, &pool), []);
}

#[test]
fn leaders_of_a_commission_have_no_near_kin_in_it_nor_among_those_of_the_next_level() {
    let policy = builtin().0;
    let leaders = |leaders: &[&str]| {
        let mut pool = commissions();
        // The same mother: siblings all.
        for id in ["a", "b", "c", "d"] {
            parent(&mut pool, "mother", id);
        }
        for id in leaders {
            pool.people.get_mut(&(*id).into()).unwrap().position = Position::CommissionLeader;
        }
        let found = told(&policy, &pool).into_iter();
        found.map(|fault| fault.cause.zh).collect::<Vec<_>>()
    };
    assert_eq!(leaders(&[]), Vec::<String>::new(), "four units");
    let commission = "市纪委监委";
    assert_eq!(leaders(&["a"]), [format!("张a（a）是“{commission}”的领导班子成员，其兄弟姐妹张b（b）也在该委任职")]);
    assert_eq!(leaders(&["b"]), [format!("张b（b）是“{commission}”的领导班子成员，其兄弟姐妹张a（a）也在该委任职")]);
    assert_eq!(leaders(&["a", "b"]).len(), 1, "one warning of a pair");
    let next = "张c（c）与其兄弟姐妹张a（a）分别是相邻两级的“衡南县纪委监委”和“市纪委监委”的领导班子成员";
    let found = leaders(&["a", "c"]);
    assert_eq!(found.len(), 3, "each in the own commission, and both");
    assert!(found.contains(&next.to_string()), "{found:?}");
}

#[test]
fn commissions_two_levels_apart_are_not_next_to_each_other() {
    let policy = builtin().0;
    let mut pool = commissions();
    organisation(&mut pool, "between", "某委", "430400");
    wed(&mut pool, "a", "c");
    for id in ["a", "c"] {
        pool.people.get_mut(&id.into()).unwrap().position = Position::CommissionLeader;
    }
    assert_eq!(told(&policy, &pool).len(), 1);
    pool.organisations.get_mut(&"county".into()).unwrap().parent = Some("between".into());
    pool.organisations.get_mut(&"between".into()).unwrap().parent = Some("commission".into());
    assert_eq!(told(&policy, &pool), []);
}

#[test]
fn check_alone_tells_of_them_and_planning_goes_on() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("roster").display().to_string();
    assert_eq!(evenhand(&["--lang", "zh", "init", &dir]).code, 0);
    let add = |table: &str, row: &str| {
        let file = format!("{dir}/{table}.csv");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text + row + "\r\n").unwrap();
    };
    add(
        "people",
        "p3,王芳,女,1992-04,430422,430422,u2,四级主任科员,干部,四级主任科员,2021-09,审查调查,2014-08,秘密,1,,",
    );
    add("kin", "p2,p3,配偶,,");
    let (zh, en) = (evenhand(&["--lang", "zh", "check", &dir]), evenhand(&["--lang", "en", "check", &dir]));
    assert_eq!((zh.code, en.code), (0, 0), "{}", zh.stdout);
    let named = "警告 W0517：王芳（p3）与其配偶李军（p2）同在“驻市教育局纪检监察组”任职";
    assert!(zh.stdout.contains(named), "{}", zh.stdout);
    assert!(en.stdout.contains("together with near kin: 李军 (p2), spouse"), "{}", en.stdout);
    let screened = evenhand(&["--lang", "zh", "screen", &dir, "--case", "c1"]);
    assert_eq!(screened.code, 0, "{}", screened.stderr);
    assert!(!format!("{}{}", screened.stdout, screened.stderr).contains("W0517"));
}
