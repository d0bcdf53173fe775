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
    ("妻子", &["="]),
    ("舅舅", &["^^v"]),
    ("妹夫", &["^v="]),
    ("小舅子", &["=^v"]),
    ("连襟", &["=^v="]),
    ("妻之养父", &["=A"]),
    ("父之子", &["^v"]),
    ("异母弟弟", &["^v"]),
];

/// Words whose siblings have one parent in common, and perhaps no more.
const HALF: [&str; 2] = ["父之子", "异母弟弟"];

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
        's' => kin(here, next, KinKind::Parent(ParentKind::Step)),
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

/// An edge of a family, spelled out: from whom, to whom, the sign, and whether no other reading of its row leaves it out.
type Laid = (String, String, char, bool);

fn readings_of(row: &Row) -> Vec<String> {
    match row.2 {
        Some(word) => WORDS[word].1.iter().map(|path| path.to_string()).collect(),
        None => vec![row.3.to_string()],
    }
}

/// The one whom somebody is married to, if one alone is on record and no former one.
fn only_spouse(rows: &[Row], who: &str) -> Option<String> {
    let married = rows.iter().filter(|row| readings_of(row) == ["="]).map(|(a, b, ..)| (name(*a), name(*b)));
    let of = married.filter_map(|(a, b)| if a == who { Some(b) } else { (b == who).then_some(a) });
    let all: BTreeSet<String> = of.collect();
    let parted = rows.iter().any(|row| readings_of(row) == ["!"] && (name(row.0) == who || name(row.1) == who));
    if all.len() == 1 && !parted { all.into_iter().next() } else { None }
}

/// Every family that the rows may mean, a word being laid out edge by edge through people without a name; what is certain
/// of these people is added.
fn families_of(rows: &[Row]) -> Vec<Pool> {
    let mut families: Vec<Vec<Laid>> = vec![Vec::new()];
    let mut siblings: Vec<BTreeSet<String>> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let readings = readings_of(row);
        let certain = readings.len() == 1;
        let lay = |path: &str| {
            let last = path.chars().count();
            let stop = |position: usize| match position {
                0 => name(row.0),
                position if position == last => name(row.1),
                position => format!("r{index}_{position}"),
            };
            let steps = path.chars().enumerate();
            steps.map(|(at, sign)| (stop(at), stop(at + 1), sign, certain)).collect::<Vec<Laid>>()
        };
        let mut laid: Vec<Vec<Laid>> = readings.iter().map(|path| lay(path)).collect();
        if certain {
            let steps = laid[0].clone();
            let full = row.2.is_none_or(|word| !HALF.contains(&WORDS[word].0));
            let pairs = steps.windows(2).filter(|pair| full && (pair[0].2, pair[1].2) == ('^', 'v'));
            let mut pairs: Vec<(String, String)> = pairs.map(|pair| (pair[0].0.clone(), pair[1].1.clone())).collect();
            let ends = [(name(row.0), steps.first()), (name(row.1), steps.last())];
            for (end, marriage) in ends.into_iter().filter(|_| steps.len() > 1) {
                let Some((from, to, '=', _)) = marriage else { continue };
                let (Some(spouse), link) = (only_spouse(rows, &end), if *from == end { to } else { from }) else {
                    continue;
                };
                let renamed = |who: &String| if who == link { spouse.clone() } else { who.clone() };
                let mild = |sign| match sign {
                    'A' => 'S',
                    'a' => 's',
                    sign => sign,
                };
                let others =
                    steps.iter().filter(|step| Some(*step) != marriage && (step.0 == *link || step.1 == *link));
                laid[0].extend(others.map(|(a, b, sign, _)| (renamed(a), renamed(b), mild(*sign), true)));
                pairs.extend(pairs.clone().iter().map(|(a, b)| (renamed(a), renamed(b))));
            }
            siblings.extend(pairs.into_iter().map(|(a, b)| BTreeSet::from([a, b])));
        }
        families =
            families.iter().flat_map(|family| laid.iter().map(|steps| [family.as_slice(), steps].concat())).collect();
    }
    // Siblings of siblings are siblings.
    while let Some((one, other)) = (0..siblings.len())
        .flat_map(|one| (0..one).map(move |other| (one, other)))
        .find(|(one, other)| !siblings[*one].is_disjoint(&siblings[*other]))
    {
        let joined = siblings.swap_remove(one);
        siblings[other].extend(joined);
    }
    families.into_iter().map(|family| pool(with_common_parents(family, &siblings))).collect()
}

fn with_common_parents(mut family: Vec<Laid>, siblings: &[BTreeSet<String>]) -> Vec<KinEdge> {
    // A link without a name may turn out to be the one at its other end: that tells nothing of anybody.
    family.retain(|(a, b, ..)| a != b);
    let mut edges = family.clone();
    for (index, circle) in siblings.iter().enumerate() {
        let of = |(a, b, sign, certain): &Laid| match sign {
            '^' if *certain && circle.contains(a) => Some(b.clone()),
            'v' if *certain && circle.contains(b) => Some(a.clone()),
            _ => None,
        };
        let mut parents: BTreeSet<String> = family.iter().filter_map(of).collect();
        // Nobody has three parents: those are not all of one blood.
        if parents.iter().filter(|parent| parent.starts_with('n')).count() > 2 {
            continue;
        }
        parents.insert(format!("t{index}"));
        for (child, parent) in circle.iter().flat_map(|child| parents.iter().map(move |parent| (child, parent))) {
            edges.push((child.clone(), parent.clone(), '^', true));
        }
    }
    edges.retain(|(a, b, ..)| a != b);
    edges.iter().map(|(a, b, sign, _)| edge(a, b, *sign)).collect()
}

/// Whether up to four rows lead from one to the other and leave it open how: a row that is no plain parent or spouse of
/// today, or two parents of one child who are not married on record.
fn is_doubtful(rows: &[Row], way: &[(usize, usize, &Row)], to: usize) -> bool {
    let plain =
        |row: &Row| readings_of(row).iter().all(|path| ["^", "v", "A", "a", "S", "s", "="].contains(&path.as_str()));
    let parent = |above: usize, below: usize, row: &Row| {
        let signs = if (row.0, row.1) == (below, above) { "^AS" } else { "vas" };
        plain(row) && readings_of(row).iter().any(|path| path.chars().any(|sign| signs.contains(sign)))
    };
    let married = |one: usize, other: usize| {
        let pair = |row: &&Row| [(row.0, row.1), (row.1, row.0)].contains(&(one, other));
        rows.iter().filter(pair).any(|row| readings_of(row) == ["="])
    };
    if let Some((_, end, _)) = way.last()
        && *end == to
    {
        let apart = |pair: &[(usize, usize, &Row)]| {
            let ((one, child, first), (_, other, second)) = (pair[0], pair[1]);
            one != other && parent(one, child, first) && parent(other, child, second) && !married(one, other)
        };
        return way.iter().any(|(_, _, row)| !plain(row)) || way.windows(2).any(apart);
    }
    false
}

/// All that four rows join and leave open.
fn doubtful(rows: &[Row], size: usize) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for start in 0..size {
        let mut ways: Vec<Vec<(usize, usize, &Row)>> = vec![Vec::new()];
        for _ in 0..4 {
            let mut longer = Vec::new();
            for way in &ways {
                let here = way.last().map_or(start, |(_, end, _)| *end);
                let met: Vec<usize> = way.iter().map(|(from, ..)| *from).chain([here]).collect();
                let ends = rows.iter().flat_map(|row| [(row.0, row.1, row), (row.1, row.0, row)]);
                let next = ends.filter(|(from, to, _)| *from == here && !met.contains(to));
                longer.extend(next.map(|step| [way.as_slice(), &[step]].concat()));
            }
            ways = longer;
            for way in &ways {
                let end = way[way.len() - 1].1;
                if is_doubtful(rows, way, end) {
                    found.insert((name(start), name(end)));
                }
            }
        }
    }
    found
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

/// The nearest that any family makes of each pair; kin by a known word are distant kin at least, kin by another of unknown
/// degree.
fn nearest(rows: &[Row], size: usize) -> Told {
    let mut nearest = Told::new();
    let mut note = |pair: (String, String), kin: check::Kin| {
        nearest.entry(pair).and_modify(|known| *known = kin.min(*known)).or_insert(kin);
    };
    for family in families_of(rows) {
        // What is open in the words is open by the rows as they are written.
        let known = walked(&family, size).into_iter().filter(|(_, kin)| *kin != check::Kin::Unknown);
        known.for_each(|(pair, kin)| note(pair, kin));
    }
    for (a, b, word, _) in rows {
        let Some(word) = word else { continue };
        let least = if WORDS[*word].1 == ["?"] { check::Kin::Unknown } else { check::Kin::Distant };
        note((name(*a), name(*b)), least);
        note((name(*b), name(*a)), least);
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

/// Walk and checker agree, and say of every pair the nearest that the oracle makes of the rows.
fn assert_nearest(size: usize, rows: &[Row]) {
    let pool = as_written(rows);
    let (walk, check, nearest) = (walked(&pool, size), checked(&pool, size), nearest(rows, size));
    assert_eq!(walk, check);
    if rows.iter().any(adopts_perhaps) {
        // Such a row severs nobody from the birth parents, even where every reading would.
        for (pair, kin) in &nearest {
            assert!(walk.get(pair).is_some_and(|walk| walk <= kin), "{pair:?}: {:?}, {kin:?}", walk.get(pair));
        }
    } else {
        let open = doubtful(rows, size).into_iter().map(|pair| (pair, check::Kin::Unknown));
        let nearest: Told = open.chain(nearest).collect();
        assert_eq!(walk, nearest);
    }
}

proptest! {
    #![proptest_config(config(256))]
    #[test]
    fn of_all_readings_the_nearest_counts_for_every_pair((size, rows) in open_rows()) {
        assert_nearest(size, &rows);
    }
}

#[test]
fn of_all_readings_the_nearest_counts_in_families_that_contradict_themselves() {
    let word = |word: &str| WORDS.iter().position(|(known, _)| *known == word);
    for rows in [
        // The sister's husband's wife is her own mother.
        [(0, 1, word("妹夫"), '='), (1, 2, word("岳父"), '='), (2, 1, word("妻子"), '=')],
        // Two are married and are each other's former spouses.
        [(1, 2, None, '='), (0, 1, word("连襟"), '='), (2, 1, word("前妻"), '=')],
    ] {
        assert_nearest(3, &rows);
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

/// A spouse's great uncle, whose father or child the spouse's grandfather is: the way past the grandfather is needed.
#[test]
fn a_way_around_somebody_leads_nearer_to_them() {
    let rows = "me,s,配偶 + x,s,亲生 + f,x,亲生 + f,u,父子 + y,s,亲生 + g,y,亲生 + g,u,亲生";
    let rows: Vec<KinEdge> = rows
        .split(" + ")
        .map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            match cells[2] {
                "配偶" => edge(cells[0], cells[1], '='),
                "亲生" => edge(cells[0], cells[1], 'v'),
                word => term(cells[0], cells[1], word),
            }
        })
        .collect();
    let pool = pool(rows);
    assert_eq!(kinship(&pool, "me", "f"), Some(Kinship::Affine), "a child of the spouse's uncle");
    assert_eq!(KinGraph::new(&pool, TODAY).between(&"me".into(), &"f".into()), relation(&pool, "me", "f").map(judged));
}
