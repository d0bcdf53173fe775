//! Seeded chance: one stream per stage, so that a change in one stage leaves the others as they were.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// The stages of a generation, each with its own stream.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stage {
    Geography,
    Units,
    People,
    Families,
    Schools,
    Careers,
    Records,
    Cases,
    History,
    Declarations,
}

/// A stream of seeded choices; integers only, so that every machine draws the same.
#[derive(Debug)]
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    pub fn new(seed: u64, stage: Stage) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(stage as u64);
        Dice(rng)
    }

    /// True `permille` times in a thousand.
    pub fn chance(&mut self, permille: u32) -> bool {
        self.0.random_range(0..1000u32) < permille
    }

    /// A number from `from` to `to`, both included; `from` when the range is empty.
    pub fn between(&mut self, from: i64, to: i64) -> i64 {
        if to <= from { from } else { self.0.random_range(from..=to) }
    }

    /// The mean of two such numbers: the middle is commonest.
    pub fn middling(&mut self, from: i64, to: i64) -> i64 {
        (self.between(from, to) + self.between(from, to)) / 2
    }

    /// An index below `len`; 0 when there is none.
    pub fn below(&mut self, len: usize) -> usize {
        if len == 0 { 0 } else { self.0.random_range(0..len as u64) as usize }
    }

    /// One of `items`.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let index = self.below(items.len());
        items.get(index)
    }

    /// One of `items` by weight.
    pub fn weighted<'a, T>(&mut self, items: &'a [(T, u32)]) -> Option<&'a T> {
        self.weighted_by(items, |(_, weight)| *weight).map(|(item, _)| item)
    }

    /// One of `items` by the weight that `weight` gives it; the first when all weigh nothing.
    pub fn weighted_by<'a, T>(&mut self, items: &'a [T], weight: impl Fn(&T) -> u32) -> Option<&'a T> {
        let total: i64 = items.iter().map(|item| i64::from(weight(item))).sum();
        let mut left = self.between(0, total - 1);
        for item in items {
            left -= i64::from(weight(item));
            if left < 0 {
                return Some(item);
            }
        }
        items.first()
    }

    /// Up to `count` of `items`, in random order.
    pub fn sample<T: Clone>(&mut self, items: &[T], count: usize) -> Vec<T> {
        let mut pool = items.to_vec();
        pool.shuffle(&mut self.0);
        pool.truncate(count);
        pool
    }
}
