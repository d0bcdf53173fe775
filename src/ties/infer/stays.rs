//! Stays of people at places (an office, a school class) and who met whom there.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::bearers::Bearers;
use crate::id::ActorId;
use crate::pool::Period;
use crate::ties::Evidence;

/// One stretch of time that somebody spent at a place.
pub(super) struct Stay<'a> {
    pub source: &'a ActorId,
    pub place: &'a str,
    /// Department or class; `None` may be any.
    pub section: Option<&'a str>,
    pub period: Period,
    /// Position in the order of command, 0 the highest; only those below [`Stay::STAFF`] lead.
    pub command: u8,
    pub evidence: Evidence,
}

impl Stay<'_> {
    pub const STAFF: u8 = 3;
}

/// What two bearers have in common at one place.
pub(super) struct Meeting {
    pub one: usize,
    pub other: usize,
    /// People on record there.
    pub people: i64,
    /// Common days, all stretches of time together.
    pub days: i64,
    /// First common day.
    pub first: Date,
    /// Last common day.
    pub last: Date,
    /// Of the common days, those on which `one` led `other`.
    pub one_led: i64,
    /// Of the common days, those on which `other` led `one`.
    pub other_led: i64,
    stays: BTreeSet<usize>,
}

impl Meeting {
    fn add(&mut self, from: Date, to: Date, one: (usize, u8), other: (usize, u8)) {
        let days = i64::from((to - from).get_days()) + 1;
        self.days += days;
        self.first = self.first.min(from);
        self.last = self.last.max(to);
        self.stays.extend([one.0, other.0]);
        match one.1.cmp(&other.1) {
            Ordering::Less => self.one_led += days,
            Ordering::Greater => self.other_led += days,
            Ordering::Equal => {}
        }
    }

    /// The records behind it.
    pub fn evidence(&self, stays: &[Stay]) -> Vec<Evidence> {
        self.stays.iter().map(|index| stays[*index].evidence.clone()).collect()
    }
}

/// One stay as one bearer's, with the days it may cover up to today.
#[derive(Clone, Copy)]
struct Visit {
    from: Date,
    to: Date,
    bearer: usize,
    stay: usize,
}

/// Reports every pair that met, place by place. Where `everyone` says of the number of people on record that it is
/// too large for equals to know each other, only those who lead meet the others.
pub(super) fn meetings(
    bearers: &Bearers,
    stays: &[Stay],
    everyone: impl Fn(i64) -> bool,
    mut report: impl FnMut(Meeting),
) {
    let mut places: BTreeMap<&str, BTreeMap<Option<&str>, Vec<usize>>> = BTreeMap::new();
    for (index, stay) in stays.iter().enumerate() {
        places.entry(stay.place).or_default().entry(stay.section).or_default().push(index);
    }
    for sections in places.values() {
        let blank = sections.get(&None).map_or(&[][..], Vec::as_slice);
        let whole: Vec<usize> = sections.values().flatten().copied().collect();
        for (section, named) in sections {
            let together: Vec<usize> = named.iter().chain(blank).copied().collect();
            let there = if section.is_some() { &together } else { &whole };
            let people: BTreeSet<&ActorId> = there.iter().map(|index| stays[*index].source).collect();
            let people = people.len() as i64;
            let present = if section.is_some() { &together } else { named };
            let visits = visits(bearers, stays, present);
            let mut met: BTreeMap<(usize, usize), Meeting> = BTreeMap::new();
            sweep(&visits, stays, everyone(people), |a, b| {
                // Two blanks meet once, under the blank section.
                let unplaced = section.is_some() && stays[a.stay].section.is_none() && stays[b.stay].section.is_none();
                if unplaced || !bearers.may_tie(a.bearer, b.bearer) {
                    return;
                }
                let (a, b) = if a.bearer <= b.bearer { (a, b) } else { (b, a) };
                let (from, to) = (a.from.max(b.from), a.to.min(b.to));
                let meeting = met.entry((a.bearer, b.bearer)).or_insert_with(|| Meeting {
                    one: a.bearer,
                    other: b.bearer,
                    people,
                    days: 0,
                    first: from,
                    last: to,
                    one_led: 0,
                    other_led: 0,
                    stays: BTreeSet::new(),
                });
                meeting.add(from, to, (a.stay, stays[a.stay].command), (b.stay, stays[b.stay].command));
            });
            met.into_values().for_each(&mut report);
        }
    }
}

fn visits(bearers: &Bearers, stays: &[Stay], present: &[usize]) -> Vec<Visit> {
    let mut visits: Vec<Visit> = present
        .iter()
        .flat_map(|stay| {
            let (from, to) = stays[*stay].period.widest(bearers.as_of);
            let to = to.min(bearers.as_of);
            let bearers = if from <= to { bearers.of(stays[*stay].source) } else { &[] };
            bearers.iter().map(move |bearer| Visit { from, to, bearer: *bearer, stay: *stay })
        })
        .collect();
    visits.sort_by_key(|visit| (visit.from, visit.to, visit.bearer, visit.stay));
    visits
}

/// Calls `meet` for each two visits that overlap, each two once; unless `everyone` meets, only when one of the two
/// bearers led there at some time.
fn sweep(visits: &[Visit], stays: &[Stay], everyone: bool, mut meet: impl FnMut(Visit, Visit)) {
    let led = |visit: &&Visit| stays[visit.stay].command < Stay::STAFF;
    let leaders: BTreeSet<usize> = visits.iter().filter(led).map(|visit| visit.bearer).collect();
    let (mut leading, mut others): (Vec<Visit>, Vec<Visit>) = (Vec::new(), Vec::new());
    for visit in visits {
        let leads = leaders.contains(&visit.bearer);
        leading.retain(|earlier| earlier.to >= visit.from);
        leading.iter().for_each(|earlier| meet(*earlier, *visit));
        if everyone || leads {
            others.retain(|earlier| earlier.to >= visit.from);
            others.iter().for_each(|earlier| meet(*earlier, *visit));
        }
        if leads { leading.push(*visit) } else { others.push(*visit) }
    }
}
