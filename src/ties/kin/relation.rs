//! What a walk over the kin graph can find.

use crate::diag::Text;

/// How two people are kin, the closest first.
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
    /// Kin of a degree that the records do not tell (a term that nobody can read, or a chain of rows that leaves it open):
    /// calls for review (R04), and may be any of the above.
    Unknown,
    /// Former spouse: calls for review.
    FormerSpouse,
    /// Near kin only through the birth parents of somebody who was adopted: calls for review.
    BirthKinOfAdopted,
    /// Kin beyond the law's list, such as 堂叔, 妻之祖父母 or 嫂子之兄: calls for review (R04).
    Distant,
}

/// A kinship with its degree, seen from a first person `a` to a second person `b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relation {
    /// The class.
    pub kinship: Kinship,
    /// Generations from `a` up to the common ancestor; 0 when `a` is the ancestor, and for relations by marriage.
    pub up: u8,
    /// Generations from the common ancestor down to `b`; 0 when `b` is the ancestor, and for relations by marriage.
    pub down: u8,
}

impl Relation {
    /// Whether it is on the wide list of 公务员法 §74: spouse, lineal, collateral within three generations, near
    /// affine.
    pub fn is_near(&self) -> bool {
        self.kinship <= Kinship::Affine
    }

    /// Whether it is on that list, or of a degree that nobody knows: what is unknown is not clear.
    pub fn may_be_near(&self) -> bool {
        self.is_near() || self.is_unknown()
    }

    /// Whether it has ended, by divorce or by adoption, and would be near kinship otherwise.
    pub fn was_near(&self) -> bool {
        matches!(self.kinship, Kinship::FormerSpouse | Kinship::BirthKinOfAdopted)
    }

    /// Whether such kin are kept out of one team: near kin, those of unknown degree, and those who were near kin.
    pub fn is_kept_apart(&self) -> bool {
        self.may_be_near() || self.was_near()
    }

    /// Whether nobody knows the degree.
    pub fn is_unknown(&self) -> bool {
        self.kinship == Kinship::Unknown
    }

    /// Whether it is on the narrow list of near relatives: spouse, parents, children, siblings, grandparents,
    /// grandchildren.
    pub fn is_immediate(&self) -> bool {
        match self.kinship {
            Kinship::Spouse => true,
            Kinship::Lineal => self.up + self.down <= 2,
            Kinship::Collateral => (self.up, self.down) == (1, 1),
            _ => false,
        }
    }

    /// The same relation seen from the other side.
    pub fn reversed(self) -> Self {
        Relation { kinship: self.kinship, up: self.down, down: self.up }
    }

    /// What `b` is to `a`.
    pub fn title(&self) -> Text {
        let (zh, en) = match (self.kinship, self.up, self.down) {
            (Kinship::Spouse, ..) => ("配偶", "spouse"),
            (Kinship::Lineal, 1, _) => ("父母", "parent"),
            (Kinship::Lineal, 0, 1) => ("子女", "child"),
            (Kinship::Lineal, 2, _) => ("祖父母或外祖父母", "grandparent"),
            (Kinship::Lineal, 0, 2) => ("孙子女或外孙子女", "grandchild"),
            (Kinship::Lineal, 0, _) => ("直系卑亲属", "descendant"),
            (Kinship::Lineal, ..) => ("直系尊亲属", "ancestor"),
            (Kinship::Collateral, 1, 1) => ("兄弟姐妹", "sibling"),
            (Kinship::Collateral, 2, 1) => ("伯叔姑舅姨", "uncle or aunt"),
            (Kinship::Collateral, 1, _) => ("侄甥", "nephew or niece"),
            (Kinship::Collateral, ..) => ("堂（表）兄弟姐妹", "first cousin"),
            (Kinship::Affine, ..) => ("近姻亲", "near relative by marriage"),
            (Kinship::FormerSpouse, ..) => ("前配偶", "former spouse"),
            (Kinship::BirthKinOfAdopted, ..) => ("被收养人的生父母方亲属", "birth kin of an adopted person"),
            (Kinship::Distant, ..) => ("回避范围以外的亲属", "kin beyond the recusal list"),
            (Kinship::Unknown, ..) => ("关系远近不明的亲属", "kin of unknown degree"),
        };
        Text::new(zh, en)
    }
}
