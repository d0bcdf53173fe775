//! Words of several readings: of all families that the rows may mean, the one in which two people are nearest decides.

use super::*;

/// Words with their readings, spelled out anew: `^` to a parent, `v` to a child, `=` to a spouse, `!` to a former one;
/// `A` and `a` by adoption, `S` by remarriage. `?` is a word that nobody knows.
const WORDS: &[(&str, &[&str])] = &[
    ("父子", &["^", "v"]),
    ("母女", &["^", "v"]),
    ("父亲的妻子", &["^", "^="]),
    ("妻之子", &["v", "=v"]),
    ("子之母", &["=", "v^"]),
    ("媳妇", &["=", "v="]),
    ("翁婿", &["=^", "v="]),
    ("祖孙", &["^^", "vv"]),
    ("叔侄", &["^^v", "^vv"]),
    ("弟妹", &["^v", "^v="]),
    ("姑嫂", &["=^v", "^v="]),
    ("祖父之子", &["^", "^^v"]),
    ("孙子之父", &["v", "v=", "vv^"]),
    ("前妻之子", &["v", "!v"]),
    ("妻之养子", &["v", "=a"]),
    ("养父之妻", &["^", "A="]),
    ("养父之弟妹", &["A^v", "A^v="]),
    ("兄弟", &["^v"]),
    ("兄弟之子", &["^vv"]),
    ("表哥", &["^^vv"]),
    ("岳父", &["=^"]),
    ("养父", &["A"]),
    ("继父", &["S"]),
    ("前妻", &["!"]),
    ("干爹", &["?"]),
];

/// A row of the property: who, whom, and a word or (`None`) an edge by its sign.
type Row = (usize, usize, Option<usize>, char);

fn name(person: usize) -> String {
    format!("n{person}")
}

fn edge(here: &str, next: &str, sign: char) -> KinEdge {
    let spouse = |to| KinKind::Spouse { from: None, to };
    match sign {
        '^' => parent(next, here),
        'v' => parent(here, next),
        'A' => kin(next, here, KinKind::Parent(ParentKind::Adoptive)),
        'a' => kin(here, next, KinKind::Parent(ParentKind::Adoptive)),
        'S' => kin(next, here, KinKind::Parent(ParentKind::Step)),
        '=' => kin(here, next, spouse(None)),
        '!' => kin(here, next, spouse(PartialDate::day(2020, 1, 1))),
        _ => term(here, next, "干爹"),
    }
}

fn as_written(rows: &[Row]) -> Pool {
    let row = |(a, b, word, sign): &Row| match word {
        Some(word) => term(&name(*a), &name(*b), WORDS[*word].0),
        None => edge(&name(*a), &name(*b), *sign),
    };
    pool(rows.iter().map(row).collect())
}

/// Every family that the rows may mean, a word being laid out edge by edge through people without a name.
fn families_of(rows: &[Row]) -> Vec<Pool> {
    let mut families = vec![Vec::new()];
    for (index, (a, b, word, sign)) in rows.iter().enumerate() {
        let single = [sign.to_string()];
        let readings: Vec<&str> = match word {
            Some(word) => WORDS[*word].1.to_vec(),
            None => single.iter().map(String::as_str).collect(),
        };
        let lay = |path: &str| {
            let last = path.chars().count();
            let stop = |position: usize| match position {
                0 => name(*a),
                position if position == last => name(*b),
                position => format!("r{index}_{position}"),
            };
            path.chars().enumerate().map(|(at, sign)| edge(&stop(at), &stop(at + 1), sign)).collect::<Vec<_>>()
        };
        families = families
            .iter()
            .flat_map(|family: &Vec<KinEdge>| readings.iter().map(|path| [family.clone(), lay(path)].concat()))
            .collect();
    }
    families.into_iter().map(pool).collect()
}

type Told = BTreeMap<(String, String), check::Kin>;

fn walked(pool: &Pool, size: usize) -> Told {
    let walk = Kin::new(pool, TODAY);
    let facts = (0..size).flat_map(|one| {
        let facts = walk.of(&ActorId::new(name(one)));
        facts.into_iter().map(move |fact| ((name(one), fact.other.to_string()), judged(fact.relation)))
    });
    facts.filter(|((_, other), _)| other.starts_with('n')).collect()
}

fn checked(pool: &Pool, size: usize) -> Told {
    let graph = KinGraph::new(pool, TODAY);
    let facts = (0..size).flat_map(|one| {
        let facts = graph.kin_of(&ActorId::new(name(one)));
        facts.into_iter().map(move |(other, kin)| ((name(one), other.to_string()), kin))
    });
    facts.filter(|((_, other), _)| other.starts_with('n')).collect()
}

/// The nearest that any family makes of each pair; kin by a known word are distant kin at least.
fn nearest(rows: &[Row], size: usize) -> Told {
    let mut nearest = Told::new();
    let mut note = |pair: (String, String), kin: check::Kin| {
        nearest.entry(pair).and_modify(|known| *known = kin.min(*known)).or_insert(kin);
    };
    for family in families_of(rows) {
        walked(&family, size).into_iter().for_each(|(pair, kin)| note(pair, kin));
    }
    for (a, b, word, _) in rows {
        if word.is_some_and(|word| WORDS[word].1 != ["?"]) {
            note((name(*a), name(*b)), check::Kin::Distant);
            note((name(*b), name(*a)), check::Kin::Distant);
        }
    }
    nearest
}

prop_compose! {
    /// Families of three to seven with at most 256 meanings.
    fn open_rows()(size in 3usize..8)(
        size in Just(size),
        rows in prop::collection::vec(
            (0..size, 0..size, prop::option::weighted(0.6, 0..WORDS.len()), prop::sample::select(vec!['^', '^', '=', 'A', 'S'])),
            2..9,
        ),
    ) -> (usize, Vec<Row>) {
        let mut meanings = 1;
        let mut kept = Vec::new();
        for row in rows.into_iter().filter(|(a, b, ..)| a != b) {
            let readings = row.2.map_or(1, |word| WORDS[word].1.len());
            if meanings * readings <= 256 {
                meanings *= readings;
                kept.push(row);
            }
        }
        (size, kept)
    }
}

/// Whether a row may tell of an adoption and may as well not, or by another way.
fn adopts_perhaps(row: &Row) -> bool {
    row.2.is_some_and(|word| WORDS[word].1.len() > 1 && WORDS[word].1.iter().any(|path| path.contains(['A', 'a'])))
}

proptest! {
    #[test]
    fn of_all_readings_the_nearest_counts_for_every_pair((size, rows) in open_rows()) {
        let pool = as_written(&rows);
        let (walk, check, nearest) = (walked(&pool, size), checked(&pool, size), nearest(&rows, size));
        prop_assert_eq!(&walk, &check);
        if rows.iter().any(adopts_perhaps) {
            // Such a row severs nobody from the birth parents, even where every reading would.
            for (pair, kin) in &nearest {
                prop_assert!(walk.get(pair).is_some_and(|walk| walk <= kin), "{:?}: {:?}, {:?}", pair, walk.get(pair), kin);
            }
        } else {
            prop_assert_eq!(&walk, &nearest);
        }
    }
}

#[test]
fn an_open_word_does_not_hide_kin_further_on() {
    // y may be the father, whose wife is beyond the list, or an uncle, whose wife is on it.
    let uncle = pool(vec![term("x", "y", "祖父之子"), married("y", "wife")]);
    assert_eq!(kinship(&uncle, "x", "wife"), Some(Kinship::Affine));
    // z may be a grandparent or a grandchild, or a brother where y is the father of both.
    let brother = pool(vec![term("x", "y", "父子"), term("y", "z", "父子"), married("z", "wife")]);
    assert_eq!(kinship(&brother, "x", "wife"), Some(Kinship::Affine));
}

#[test]
fn a_sibling_is_nearer_than_a_great_grandparent() {
    let pool = pool(vec![term("x", "y", "曾祖父"), term("x", "y", "兄弟")]);
    assert!(relation(&pool, "x", "y").is_some_and(|relation| relation.is_immediate()));
}

#[test]
fn a_word_that_nobody_knows_is_not_made_harmless_by_distant_kinship() {
    let pool = pool(vec![term("x", "y", "干爹"), term("x", "y", "堂叔")]);
    assert_eq!(kinship(&pool, "x", "y"), Some(Kinship::Unknown));
}

#[test]
fn an_adoption_that_a_row_only_may_tell_leaves_the_birth_parents_kin() {
    let birth = parent("mother", "child");
    let open = pool(vec![birth.clone(), term("he", "child", "妻之养子")]);
    assert_eq!(kinship(&open, "mother", "child"), Some(Kinship::Lineal));
    let plain = pool(vec![birth, term("he", "child", "养子")]);
    assert_eq!(kinship(&plain, "mother", "child"), Some(Kinship::BirthKinOfAdopted));
    // He may be the father whose wife adopted the child, and then stays kin although others adopted it too.
    let adopted = kin("other", "child", KinKind::Parent(ParentKind::Adoptive));
    let joined = pool(vec![adopted, parent("he", "child"), term("he", "child", "妻之养子")]);
    assert_eq!(kinship(&joined, "he", "child"), Some(Kinship::Lineal));
}

/// Everybody is perhaps everybody's father: the ways of such rows are without number, the people they lead to are not.
#[test]
fn words_without_direction_among_all_of_a_circle_end() {
    let names: Vec<String> = (0..12).map(name).collect();
    let others = |one: &String| names.iter().filter(|other| *other != one).cloned().collect::<Vec<_>>();
    let rows = names.iter().flat_map(|one| others(one).into_iter().map(|other| term(one, &other, "父子")));
    let pool = pool(rows.collect());
    let told = walked(&pool, 12);
    assert_eq!((told.len(), &told), (132, &checked(&pool, 12)));
    assert!(told.values().all(|kin| *kin == check::Kin::ParentOrChild));
}
