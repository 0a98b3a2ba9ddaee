//! The overlays and templates, as the build script cut them (see the package `overlays`).

use std::ops::Range;

/// A file of `templates/src/runtime`.
pub struct Overlay {
    /// The path below `crate::runtime`: `call`, `folder::overlay`.
    pub module: &'static str,
    /// The comments at the start of the file.
    pub docs: &'static str,
    pub imports: &'static [Import],
    /// Its units in [`UNITS`].
    pub units: Range<usize>,
    /// Its public types.
    pub types: &'static [&'static str],
    /// The public types of other overlays that it re-exports.
    pub re_exports: &'static [&'static str],
}

/// One name of a `use`.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    pub module: &'static str,
    pub name: &'static str,
}

/// An item of an overlay, or a member of an `impl` or a trait.
pub struct Unit {
    /// The text, for an `impl` or a trait with members up to the opening brace.
    pub text: &'static str,
    /// `true` if a blank line is before it.
    pub is_apart: bool,
    pub is_member: bool,
    /// `true` if members follow it.
    pub is_open: bool,
    /// The imports of its file that it uses.
    pub imports: &'static [usize],
    pub rule: Rule,
    pub edges: Edges,
}

/// When a crate has a unit, other than because another unit needs it.
pub enum Rule {
    /// Never.
    Named,
    /// When it has all of these units.
    WithAll(&'static [usize]),
    /// When it has this unit and calls one of these members of [`MEMBERS`].
    Called(usize, &'static [usize]),
}

/// The units and methods that some code uses.
pub struct Edges {
    /// Units.
    pub needs: &'static [usize],
    /// Members of [`MEMBERS`].
    pub calls: &'static [usize],
}

/// A file of `templates/extensions`.
pub struct Extension {
    pub name: &'static str,
    pub text: &'static str,
    /// Its public items.
    pub exports: &'static [&'static str],
    pub edges: Edges,
}

include!(concat!(env!("OUT_DIR"), "/templates.rs"));
