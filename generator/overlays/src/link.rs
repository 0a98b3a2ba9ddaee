//! Resolves the names that units mention to other units: the edges of the graph.

use crate::{
    mentions::Mentions,
    split::{Extension, Import, Kind, Source, Unit},
};
use std::collections::{BTreeMap, BTreeSet};

/// All overlays as a graph. Units are numbered across the files.
#[derive(Debug)]
pub struct Linked {
    pub sources: Vec<Source>,
    /// The facts about each unit, in the order of the sources and their units.
    pub nodes: Vec<Node>,
    /// The units of each item, by path: `folder::overlay::Item`.
    pub items: BTreeMap<String, BTreeSet<usize>>,
    pub extensions: Vec<(Extension, Node)>,
}

/// The edges of a unit.
#[derive(Debug, Default)]
pub struct Node {
    /// The units that the crate has if it has this one.
    pub needs: BTreeSet<usize>,
    /// The members that this one calls: `.name`, `Type::name`, or `::name` of a type parameter.
    pub calls: BTreeSet<String>,
    /// The imports of its file that it uses.
    pub imports: BTreeSet<usize>,
    pub rule: Rule,
}

/// When a crate has a unit, other than because another unit needs it.
#[derive(Debug, Default, PartialEq)]
pub enum Rule {
    /// Never.
    #[default]
    Named,
    /// When it has all of these units.
    WithAll(BTreeSet<usize>),
    /// When it has this unit, and something that calls a member by one of these names.
    Called(usize, BTreeSet<String>),
}

pub fn link(sources: Vec<Source>, extensions: Vec<Extension>) -> Linked {
    let names = Names::of(&sources);
    let mut nodes = Vec::new();
    for source in &sources {
        let first = nodes.len();
        for unit in &source.units {
            nodes.push(names.node(source, first, unit));
        }
        names.keep_unmentioned(source, &mut nodes[first..]);
    }
    let extensions = extensions.into_iter().map(|extension| {
        let node = names.extension(&extension);
        (extension, node)
    });
    let extensions = extensions.collect();
    let items = names.items.into_iter().map(|((module, name), units)| {
        let path = format!("{module}::{name}");
        (path, units)
    });
    Linked { nodes, items: items.collect(), extensions, sources }
}

/// The items of all overlays.
struct Names {
    modules: BTreeSet<String>,
    items: BTreeMap<(String, String), BTreeSet<usize>>,
    types: BTreeSet<usize>,
    public: BTreeSet<usize>,
    /// The functions of traits, by the trait and their names.
    functions: BTreeMap<(usize, String), usize>,
}

impl Names {
    fn of(sources: &[Source]) -> Self {
        let mut names = Self {
            modules: sources.iter().map(|source| source.module.clone()).collect(),
            items: BTreeMap::new(),
            types: BTreeSet::new(),
            public: BTreeSet::new(),
            functions: BTreeMap::new(),
        };
        let mut first = 0;
        for source in sources {
            for (index, unit) in source.units.iter().enumerate() {
                let number = first + index;
                let name = match &unit.kind {
                    Kind::Type { name, is_public } => {
                        names.types.insert(number);
                        if *is_public {
                            names.public.insert(number);
                        }
                        name
                    }
                    Kind::ReExport { name, .. } | Kind::Value { name } => name,
                    Kind::Member { name, .. } => {
                        let parent = first + unit.parent.expect("a member has a parent");
                        names.functions.insert((parent, name.clone()), number);
                        continue;
                    }
                    Kind::Impl { .. } | Kind::Associated | Kind::Invocation => continue,
                };
                let key = (source.module.clone(), name.clone());
                names.items.entry(key).or_default().insert(number);
            }
            first += source.units.len();
        }
        names
    }

    fn node(&self, source: &Source, first: usize, unit: &Unit) -> Node {
        let mut node = Node::default();
        let self_type = match unit.parent.map(|parent| &source.units[parent].kind) {
            Some(Kind::Impl { ty, .. }) => ty.last().map(String::as_str),
            Some(Kind::Type { name, .. }) => Some(name.as_str()),
            _ => None,
        };
        let scope = Scope { module: &source.module, imports: &source.imports, self_type };
        self.resolve(&scope, &unit.mentions, &mut node);
        let parent = unit.parent.map(|parent| (first + parent, &source.units[parent].kind));
        node.needs.extend(parent.map(|(number, _)| number));
        node.rule = match (&unit.kind, parent) {
            (Kind::Impl { subjects, of_trait: Some(_), .. }, _) => {
                Rule::WithAll(self.types(&scope, subjects))
            }
            (Kind::Invocation, _) => {
                let mut subjects = self.types(&scope, &unit.mentions);
                // An invocation of a macro of this file, with the types that the macro implements.
                for number in &node.needs {
                    if let Some(unit) =
                        number.checked_sub(first).and_then(|it| source.units.get(it))
                    {
                        subjects.extend(self.types(&scope, &unit.mentions));
                    }
                }
                Rule::WithAll(subjects)
            }
            (Kind::Associated, Some((number, _))) => Rule::WithAll([number].into()),
            (member @ Kind::Member { .. }, Some((number, kind))) => {
                self.member(&scope, member, number, kind)
            }
            _ => Rule::Named,
        };
        node
    }

    /// Gives every unit the imports that no unit mentions: traits with methods.
    fn keep_unmentioned(&self, source: &Source, nodes: &mut [Node]) {
        for (index, import) in source.imports.iter().enumerate() {
            if !nodes.iter().any(|node| node.imports.contains(&index)) {
                for node in nodes.iter_mut() {
                    node.imports.insert(index);
                    node.needs.extend(self.absolute(&import.path).0);
                }
            }
        }
    }

    /// The rule of a member of an `impl` or of a trait.
    fn member(&self, scope: &Scope<'_>, member: &Kind, number: usize, kind: &Kind) -> Rule {
        let Kind::Member { name, is_public, has_receiver } = member else { return Rule::Named };
        let mut calls = BTreeSet::from([format!("::{name}")]);
        calls.extend(scope.self_type.map(|ty| format!("{ty}::{name}")));
        calls.extend(has_receiver.then(|| format!(".{name}")));
        let (of_trait, ty) = match kind {
            Kind::Impl { of_trait, ty, .. } => (of_trait, ty),
            _ => return Rule::Called(number, calls),
        };
        let single = |path: &[String]| {
            let units = self.units(scope, path);
            units.into_iter().find(|it| self.types.contains(it))
        };
        match of_trait {
            Some(path) => {
                let declared =
                    single(path).and_then(|it| self.functions.get(&(it, name.clone()))).copied();
                Rule::WithAll([number].into_iter().chain(declared).collect())
            }
            None => match single(ty) {
                Some(ty) if *is_public && self.public.contains(&ty) => Rule::WithAll([ty].into()),
                Some(ty) => Rule::Called(ty, calls),
                None => panic!("templates: {}: an impl of an unknown type", scope.module),
            },
        }
    }

    fn extension(&self, extension: &Extension) -> Node {
        let mut node = Node::default();
        let scope = Scope { module: "", imports: &extension.imports, self_type: None };
        self.resolve(&scope, &extension.mentions, &mut node);
        for import in &extension.imports {
            node.needs.extend(self.absolute(&import.path).0);
        }
        node
    }

    fn types(&self, scope: &Scope<'_>, mentions: &Mentions) -> BTreeSet<usize> {
        let units = mentions.paths.iter().flat_map(|path| self.units(scope, path));
        units.filter(|it| self.types.contains(it)).collect()
    }

    fn resolve(&self, scope: &Scope<'_>, mentions: &Mentions, node: &mut Node) {
        node.calls.extend(mentions.members.iter().cloned());
        // A variable often has the name of a function, so a name alone leads only to an import. A
        // function of this file is passed as `self::function`.
        for name in &mentions.values {
            let import = scope.import(name);
            let path = import.map(|index| &scope.imports[index].path);
            if path.is_some_and(|path| !self.is_module(path)) {
                node.imports.extend(import);
                node.needs.extend(path.map(|path| self.absolute(path).0).unwrap_or_default());
            }
        }
        for path in &mentions.paths {
            node.imports.extend(scope.import(&path[0]));
            node.needs.extend(self.units(scope, path));
            node.calls.extend(self.called(scope, path));
        }
    }

    /// The units that a path in a file leads to.
    fn units(&self, scope: &Scope<'_>, path: &[String]) -> BTreeSet<usize> {
        match scope.absolute(path) {
            Some(path) => self.absolute(&path).0,
            None => self.local(scope, path),
        }
    }

    fn local(&self, scope: &Scope<'_>, path: &[String]) -> BTreeSet<usize> {
        let name = path.iter().find(|it| *it != "self");
        let key = name.map(|name| (scope.module.to_owned(), name.clone()));
        key.and_then(|key| self.items.get(&key)).cloned().unwrap_or_default()
    }

    /// The member that a path names after a type.
    fn called(&self, scope: &Scope<'_>, path: &[String]) -> Option<String> {
        let known = match scope.absolute(path) {
            // The import is one segment in `path`, and may be several in `absolute`.
            Some(absolute) => self.absolute(&absolute).1.map(|rest| path.len() - rest),
            None if !self.local(scope, path).is_empty() => Some(1),
            // `Self`, or a type parameter. Other paths lead to std or another crate.
            None if path[0] == "Self" || path[0].len() == 1 => {
                let ty = scope.self_type.filter(|_| path[0] == "Self").unwrap_or_default();
                return path.get(1).map(|member| format!("{ty}::{member}"));
            }
            None => None,
        };
        let (item, member) = (path.get(known?.checked_sub(1)?)?, path.get(known?)?);
        Some(format!("{item}::{member}"))
    }

    fn is_module(&self, path: &[String]) -> bool {
        path.len() > 2 && self.modules.contains(&path[2..].join("::"))
    }

    /// The units of a path from the root of the crate, and how many segments follow the item;
    /// `None` for a path of another crate.
    fn absolute(&self, path: &[String]) -> (BTreeSet<usize>, Option<usize>) {
        let [start, runtime, rest @ ..] = path else { return Default::default() };
        if start != "crate" || runtime != "runtime" {
            return Default::default();
        }
        let is_module = |length: &usize| self.modules.contains(&rest[..*length].join("::"));
        let Some(length) = (1..=rest.len()).find(is_module) else { return Default::default() };
        let item = |name: &str| self.items.get(&(rest[..length].join("::"), name.to_owned()));
        match rest.get(length) {
            Some(name) => {
                let units = item(name).cloned().unwrap_or_default();
                (units, Some(rest.len() - length - 1))
            }
            // `#[serde(with = ...)]` names a module.
            None => {
                let units = ["serialize", "deserialize"].into_iter().filter_map(item).flatten();
                (units.copied().collect(), Some(0))
            }
        }
    }
}

/// Where names are resolved.
struct Scope<'a> {
    module: &'a str,
    imports: &'a [Import],
    /// The name of `Self`.
    self_type: Option<&'a str>,
}

impl Scope<'_> {
    fn import(&self, name: &str) -> Option<usize> {
        self.imports.iter().position(|it| it.name.as_deref() == Some(name))
    }

    /// The path from the root, if it begins there or with an import.
    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        if path[0] == "crate" {
            return Some(path.to_vec());
        }
        let import = &self.imports[self.import(&path[0])?];
        Some(import.path.iter().chain(&path[1..]).cloned().collect())
    }
}
