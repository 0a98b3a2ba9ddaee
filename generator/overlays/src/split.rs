//! Cuts a file into units: pieces of its text that a crate has or does not have.

use crate::mentions::Mentions;
use proc_macro2::Span;
use quote::ToTokens;
use std::ops::Range;
use syn::{
    File, ImplItem, Item, ItemImpl, ItemTrait, ItemUse, TraitItem, UseTree, Visibility,
    spanned::Spanned,
};

/// An overlay.
#[derive(Debug)]
pub struct Source {
    /// The path below `crate::runtime`.
    pub module: String,
    /// The comments at the start of the file.
    pub docs: String,
    pub imports: Vec<Import>,
    pub units: Vec<Unit>,
}

/// An extension, which is copied as a whole.
#[derive(Debug)]
pub struct Extension {
    pub name: String,
    pub text: String,
    /// Its public items.
    pub exports: Vec<String>,
    pub imports: Vec<Import>,
    pub mentions: Mentions,
}

/// One name of a `use`.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    pub path: Vec<String>,
    /// The name in this file; `None` for `as _`.
    pub name: Option<String>,
}

/// A piece of a file: an item, or a member of an `impl` or a trait.
#[derive(Debug)]
pub struct Unit {
    /// The text, for an `impl` or a trait up to the opening brace.
    pub text: String,
    /// `true` if a blank line is before it.
    pub is_apart: bool,
    /// The unit that this is a member of.
    pub parent: Option<usize>,
    pub mentions: Mentions,
    pub kind: Kind,
}

#[derive(Debug, PartialEq)]
pub enum Kind {
    /// A struct, an enum, a trait or a type alias.
    Type { name: String, is_public: bool },
    /// A name of another item that the file re-exports.
    ReExport { name: String, is_public: bool },
    /// A function, a constant or a macro.
    Value { name: String },
    /// An `impl` with members. `subjects` are the names in its trait and type.
    Impl { subjects: Mentions, of_trait: Option<Vec<String>>, ty: Vec<String> },
    /// A function of an `impl` or a trait, or another member of an `impl`.
    Member { name: String, is_public: bool, has_receiver: bool },
    /// A type or constant of a trait.
    Associated,
    /// An invocation of a macro.
    Invocation,
}

/// Cuts an overlay into units.
pub fn split(module: &str, text: &str) -> Source {
    let file = parse(module, text);
    let first = file.items.first().map_or(text.len(), |item| range(item.span()).start);
    let docs = text[..first].trim_end().to_owned();
    let mut splitter = Splitter { text, end: docs.len(), imports: Vec::new(), units: Vec::new() };
    for item in &file.items {
        splitter.item(item);
    }
    Source { module: module.to_owned(), docs, imports: splitter.imports, units: splitter.units }
}

/// Reads the names in an extension.
pub fn extension(name: &str, text: &str) -> Extension {
    let file = parse(name, text);
    let (mut imports, mut mentions) = (Vec::new(), Mentions::default());
    let exports = file.items.iter().flat_map(public_names).collect();
    for item in file.items {
        match item {
            Item::Use(it) => imports.extend(leaves(&it.tree)),
            item => mentions.extend(Mentions::of(item.into_token_stream())),
        }
    }
    Extension { name: name.to_owned(), text: text.to_owned(), exports, imports, mentions }
}

/// The names that an item of an extension gives to users of the crate.
fn public_names(item: &Item) -> Vec<String> {
    let (names, visibility) = match item {
        Item::Enum(it) => (vec![it.ident.to_string()], &it.vis),
        Item::Fn(it) => (vec![it.sig.ident.to_string()], &it.vis),
        Item::Struct(it) => (vec![it.ident.to_string()], &it.vis),
        Item::Trait(it) => (vec![it.ident.to_string()], &it.vis),
        Item::Type(it) => (vec![it.ident.to_string()], &it.vis),
        Item::Use(it) => (leaves(&it.tree).into_iter().filter_map(|it| it.name).collect(), &it.vis),
        _ => return Vec::new(),
    };
    if matches!(visibility, Visibility::Public(_)) { names } else { Vec::new() }
}

fn parse(module: &str, text: &str) -> File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("templates: {module}: {error}"))
}

struct Splitter<'a> {
    text: &'a str,
    /// Where the last unit ends.
    end: usize,
    imports: Vec<Import>,
    units: Vec<Unit>,
}

impl Splitter<'_> {
    fn item(&mut self, item: &Item) {
        let span = range(item.span());
        let kind = match item {
            Item::Use(it) => return self.import(it, span),
            Item::Impl(it) => return self.implementation(it, span),
            Item::Trait(it) => return self.definition(it, span),
            Item::Enum(it) => named_type(&it.ident, &it.vis),
            Item::Struct(it) => named_type(&it.ident, &it.vis),
            Item::Type(it) => named_type(&it.ident, &it.vis),
            Item::Const(it) => Kind::Value { name: it.ident.to_string() },
            Item::Static(it) => Kind::Value { name: it.ident.to_string() },
            Item::Fn(it) => Kind::Value { name: it.sig.ident.to_string() },
            Item::Macro(it) => match &it.ident {
                Some(name) => Kind::Value { name: name.to_string() },
                None => Kind::Invocation,
            },
            item => panic!("overlays have no such items: {}", item.to_token_stream()),
        };
        self.unit(span, None, Mentions::of(item.to_token_stream()), kind);
    }

    fn import(&mut self, item: &ItemUse, span: Range<usize>) {
        let leaves = leaves(&item.tree);
        let attributes = item.attrs.iter().map(|it| format!("{}\n", &self.text[range(it.span())]));
        let attributes: String = attributes.collect();
        if matches!(item.vis, Visibility::Inherited) {
            assert!(attributes.is_empty(), "templates: an import has attributes: {attributes}");
            self.imports.extend(leaves);
            self.end = span.end;
            return;
        }
        let visibility = item.vis.to_token_stream().to_string().replace(' ', "");
        let is_public = matches!(item.vis, Visibility::Public(_));
        for (index, leaf) in leaves.into_iter().enumerate() {
            let Some(name) = leaf.name.clone() else { continue };
            let mut mentions = Mentions::default();
            mentions.paths.insert(leaf.path.clone());
            let kind = Kind::ReExport { name, is_public };
            self.unit(span.clone(), None, mentions, kind);
            let unit = self.units.last_mut().expect("it has just been added");
            unit.text = format!("{attributes}{visibility} use {};", leaf.path.join("::"));
            unit.is_apart &= index == 0;
        }
    }

    fn implementation(&mut self, item: &ItemImpl, span: Range<usize>) {
        let mut head = item.clone();
        head.items.clear();
        let mentions = Mentions::of(head.into_token_stream());
        let of_trait = item.trait_.as_ref().map(|(path, _)| path);
        let mut subjects = Mentions::of(item.self_ty.to_token_stream());
        if let Some(path) = of_trait {
            subjects.extend(Mentions::of(path.to_token_stream()));
        }
        let kind = Kind::Impl {
            subjects,
            of_trait: of_trait.map(segments),
            ty: match &*item.self_ty {
                syn::Type::Path(it) => segments(&it.path),
                _ => Vec::new(),
            },
        };
        let open = range(item.brace_token.span.open()).end;
        let parent = self.unit(span.start..open, None, mentions, kind);
        for member in &item.items {
            let is_public = |vis: &Visibility| matches!(vis, Visibility::Public(_));
            let (name, is_public, has_receiver) = match member {
                ImplItem::Fn(it) => {
                    (&it.sig.ident, is_public(&it.vis), it.sig.receiver().is_some())
                }
                ImplItem::Const(it) => (&it.ident, is_public(&it.vis), false),
                ImplItem::Type(it) => (&it.ident, false, false),
                member => panic!("overlays have no such members: {}", member.to_token_stream()),
            };
            let mentions = Mentions::of(member.to_token_stream());
            let kind = Kind::Member { name: name.to_string(), is_public, has_receiver };
            self.unit(range(member.span()), Some(parent), mentions, kind);
        }
        self.end = span.end;
    }

    fn definition(&mut self, item: &ItemTrait, span: Range<usize>) {
        let mut head = item.clone();
        head.items.clear();
        let mentions = Mentions::of(head.into_token_stream());
        let open = range(item.brace_token.span.open()).end;
        let kind = named_type(&item.ident, &item.vis);
        let parent = self.unit(span.start..open, None, mentions, kind);
        for member in &item.items {
            let kind = match member {
                TraitItem::Fn(it) => Kind::Member {
                    name: it.sig.ident.to_string(),
                    is_public: false,
                    has_receiver: it.sig.receiver().is_some(),
                },
                _ => Kind::Associated,
            };
            let mentions = Mentions::of(member.to_token_stream());
            self.unit(range(member.span()), Some(parent), mentions, kind);
        }
        self.end = span.end;
    }

    /// Adds a unit, with the comments before it, and returns its index.
    fn unit(
        &mut self,
        span: Range<usize>,
        parent: Option<usize>,
        mentions: Mentions,
        kind: Kind,
    ) -> usize {
        let gap = &self.text[self.end.min(span.start)..span.start];
        let before = gap.trim_start();
        let is_apart = gap[..gap.len() - before.len()].matches('\n').count() > 1;
        let text = [before, &self.text[span.clone()]].concat();
        self.end = span.end;
        self.units.push(Unit { text, is_apart, parent, mentions, kind });
        self.units.len() - 1
    }
}

fn named_type(name: &syn::Ident, visibility: &Visibility) -> Kind {
    let is_public = matches!(visibility, Visibility::Public(_));
    Kind::Type { name: name.to_string(), is_public }
}

fn segments(path: &syn::Path) -> Vec<String> {
    path.segments.iter().map(|it| it.ident.to_string()).collect()
}

fn leaves(tree: &UseTree) -> Vec<Import> {
    match tree {
        UseTree::Path(it) => {
            let mut inner = leaves(&it.tree);
            for import in &mut inner {
                import.path.insert(0, it.ident.to_string());
            }
            // `a::{self}` is `a`.
            for import in
                inner.iter_mut().filter(|it| it.path.last().is_some_and(|it| it == "self"))
            {
                import.path.pop();
                import.name = Some(it.ident.to_string());
            }
            inner
        }
        UseTree::Name(it) => {
            vec![Import { path: vec![it.ident.to_string()], name: Some(it.ident.to_string()) }]
        }
        UseTree::Rename(it) => {
            let name = Some(it.rename.to_string()).filter(|it| it != "_");
            vec![Import { path: vec![it.ident.to_string()], name }]
        }
        UseTree::Group(it) => it.items.iter().flat_map(leaves).collect(),
        UseTree::Glob(_) => panic!("overlays import what they use by name"),
    }
}

fn range(span: Span) -> Range<usize> {
    span.byte_range()
}
