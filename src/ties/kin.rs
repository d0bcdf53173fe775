//! Kinship in the sense of the law, derived from parent and spouse edges.

/// How two people are kin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// Husband or wife.
    Spouse,
    /// Ancestor or descendant.
    Lineal,
    /// Collateral kin within three generations.
    Collateral,
    /// Near affine.
    Affine,
    /// Former spouse: calls for review.
    FormerSpouse,
    /// Birth kin of an adopted child: calls for review.
    BirthKinOfAdopted,
}
