//! Kin in the making: parents, spouses and the relatives between, as primitive edges.

use std::collections::{BTreeMap, BTreeSet};

use super::society::Relation;
use crate::id::{ActorId, OrganisationId};
use crate::pool::{KinEdge, KinKind, ParentKind, PartialDate, Pool, Relative};

/// Relatives and edges so far.
#[derive(Debug, Default)]
pub(super) struct Kinship {
    parents: BTreeMap<ActorId, Vec<ActorId>>,
    spouses: BTreeMap<ActorId, ActorId>,
    edges: BTreeSet<KinEdge>,
    relatives: BTreeMap<ActorId, Relative>,
    related: BTreeSet<ActorId>,
}

impl Kinship {
    /// Whether anything of the actor's family is on record.
    pub fn has_kin(&self, actor: &ActorId) -> bool {
        self.related.contains(actor)
    }

    pub fn has_spouse(&self, actor: &ActorId) -> bool {
        self.spouses.contains_key(actor)
    }

    pub fn has_parents(&self, actor: &ActorId) -> bool {
        self.parents.contains_key(actor)
    }

    /// A relative outside the roster; a link without a name when `name` is `None`.
    pub fn relative(&mut self, name: Option<String>, organisation: Option<OrganisationId>, leading: bool) -> ActorId {
        let id = ActorId::new(format!("r{:05}", self.relatives.len() + 1));
        self.relatives.insert(id.clone(), Relative { id: id.clone(), name, organisation, leading });
        id
    }

    /// Records that `parent` is a parent of `child`.
    pub fn bear(&mut self, parent: &ActorId, child: &ActorId) {
        self.parents.entry(child.clone()).or_default().push(parent.clone());
        self.edge(parent, child, KinKind::Parent(ParentKind::Birth));
    }

    /// Records a marriage since `from`.
    pub fn marry(&mut self, a: &ActorId, b: &ActorId, from: Option<PartialDate>) {
        self.spouses.insert(a.clone(), b.clone());
        self.spouses.insert(b.clone(), a.clone());
        let (a, b) = if a <= b { (a, b) } else { (b, a) };
        self.edge(a, b, KinKind::Spouse { from, to: None });
    }

    /// Records that `b` is, in `a`'s words, this relative.
    pub fn call(&mut self, a: &ActorId, b: &ActorId, term: &str) {
        self.edge(a, b, KinKind::Term(term.to_owned()));
    }

    /// The parents on record, or one link without a name.
    fn parents_of(&mut self, child: &ActorId) -> Vec<ActorId> {
        if !self.parents.contains_key(child) {
            let parent = self.relative(None, None, false);
            self.bear(&parent, child);
        }
        self.parents.get(child).cloned().unwrap_or_default()
    }

    fn share_parents(&mut self, a: &ActorId, b: &ActorId) {
        for parent in self.parents_of(a) {
            self.bear(&parent, b);
        }
    }

    /// The spouse on record, or a link without a name.
    fn spouse_of(&mut self, actor: &ActorId) -> ActorId {
        if let Some(spouse) = self.spouses.get(actor) {
            return spouse.clone();
        }
        let spouse = self.relative(None, None, false);
        self.marry(actor, &spouse, None);
        spouse
    }

    /// Makes `a` and `b` kin; `b` must have no kin on record yet. Whether they are of one surname is told back,
    /// or `None` when `a` has a spouse already and cannot marry.
    pub fn relate(&mut self, relation: Relation, a: &ActorId, b: &ActorId) -> Option<bool> {
        match relation {
            Relation::Spouse if self.has_spouse(a) => return None,
            Relation::Spouse => self.marry(a, b, None),
            Relation::Child => self.bear(a, b),
            Relation::Sibling => self.share_parents(a, b),
            Relation::Cousin => {
                let parent = self.parents_of(a).first().cloned()?;
                let other = self.parents_of(b).first().cloned()?;
                self.share_parents(&parent, &other);
            }
            Relation::Uncle => {
                let parent = self.parents_of(b).first().cloned()?;
                self.share_parents(a, &parent);
            }
            Relation::SpouseSibling => {
                let spouse = self.spouse_of(a);
                self.share_parents(&spouse, b);
            }
        }
        Some(!matches!(relation, Relation::Spouse | Relation::SpouseSibling))
    }

    fn edge(&mut self, a: &ActorId, b: &ActorId, kind: KinKind) {
        self.related.extend([a.clone(), b.clone()]);
        self.edges.insert(KinEdge { a: a.clone(), b: b.clone(), kind });
    }

    /// Moves everything into the pool.
    pub fn hand_over(&mut self, pool: &mut Pool) {
        pool.relatives.append(&mut self.relatives);
        pool.kin.extend(std::mem::take(&mut self.edges));
    }
}
