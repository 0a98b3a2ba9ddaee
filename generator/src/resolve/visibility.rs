//! Visibility: which types users of the crate see, and which are pages of lists.

use super::types::{Types, references};
use crate::{
    model::{
        description::{Operation, Property, Type, TypeDefinition, TypeKind},
        package::RustType,
    },
    sdk::SdkModule,
};
use std::collections::HashSet;

impl<'a> Types<'a> {
    /// The types in `models`, in the order of the description.
    pub fn public(&self) -> impl Iterator<Item = &'a TypeDefinition> {
        self.api.types.iter().filter(|it| self.public.contains(it.name.as_str()))
    }

    /// The struct that is a page of the operation's list.
    pub fn page(&self, operation: &Operation) -> Option<&'a TypeDefinition> {
        let name = operation.paging.as_ref()?.page.clone()?;
        self.model(&Type::Named(name))
    }

    /// Returns `true` if a page has other properties than items and links.
    pub fn has_more_than_items(&self, page: &TypeDefinition) -> bool {
        let lists = self.api.operations.iter().filter_map(|it| it.paging.as_ref());
        let paths: Vec<&[String]> = lists.flat_map(|it| [&*it.items, &*it.next_link]).collect();
        self.has_more(page, &paths)
    }

    /// Returns `true` if a type has other properties than those on these paths.
    fn has_more(&self, definition: &TypeDefinition, paths: &[&[String]]) -> bool {
        let TypeKind::Struct(it) = &definition.kind else { return true };
        let is_more = |property: &Property| {
            let on_path = paths.iter().filter_map(|path| path.split_first());
            let on_path = on_path.filter(|(first, _)| **first == property.name);
            let rest: Vec<&[String]> = on_path.map(|(_, rest)| rest).collect();
            match self.model(&property.ty) {
                _ if rest.iter().any(|rest| rest.is_empty()) => false,
                Some(inner) => rest.is_empty() || self.has_more(inner, &rest),
                None => true,
            }
        };
        it.additional_properties.is_some() || it.properties.iter().any(is_more)
    }

    /// The names of the types that something in the crate refers to.
    pub fn used(&self) -> HashSet<&'a str> {
        let mut used: HashSet<&str> = self.public().flat_map(references).collect();
        used.extend(self.api.operations.iter().flat_map(|it| self.used_by(it)));
        used
    }

    /// Decides which types are public: those that calls take or return, and those inside of them.
    /// Unreferenced types are public too. Types reached only through a flattened body, a page or a
    /// hidden type are not.
    pub(super) fn find_public(&mut self, sdk: &SdkModule) {
        let mut wanted: Vec<&'a str> = Vec::new();
        let mut inner: HashSet<&'a str> = HashSet::new();
        let mut pages: HashSet<&'a str> = HashSet::new();
        for operation in &self.api.operations {
            wanted.extend(self.used_by(operation));
            wanted.extend(operation.errors.iter().filter_map(|it| it.body.as_ref()?.name()));
            inner.extend(self.flattened(operation).map(|it| it.name.as_str()));
            let Some(page) = self.page(operation) else { continue };
            // Users read the other properties of a page, and the result of a poller.
            if operation.long_running.is_some() || self.has_more_than_items(page) {
                wanted.push(&page.name);
            }
            pages.insert(page.name.as_str());
        }
        let is_hidden = |name: &&str| {
            let omitted = sdk.types.get(*name).is_some_and(|special| special.omit);
            omitted || matches!(self.named.get(*name), None | Some(RustType::Overlay(_)))
        };
        let mut public = self.reached(wanted, is_hidden);
        let mut known = inner;
        known.extend(pages);
        let names = || self.api.types.iter().map(|it| it.name.as_str());
        known.extend(names().filter(is_hidden));
        let mut known = self.reached(known, |_| false);
        for name in names() {
            if !known.contains(name) && !public.contains(name) {
                let alone = self.reached([name], is_hidden);
                known.extend(alone.iter().copied());
                public.extend(alone);
            }
        }
        self.public = public;
    }

    /// The names in Rust of the types that requests contain.
    pub(super) fn find_sent(&self) -> HashSet<String> {
        let operations = self.api.operations.iter();
        let bodies = operations.clone().filter_map(|it| it.body.as_ref()?.ty.name());
        let parameters = operations.flat_map(|it| &it.parameters).filter_map(|it| it.ty.name());
        let sent = self.reached(bodies.chain(parameters), |_| false);
        let sent = sent.into_iter().filter_map(|name| self.definition(name));
        sent.map(|it| self.name(it)).collect()
    }

    /// These types and everything that they refer to, except through unwanted types.
    fn reached(
        &self,
        from: impl IntoIterator<Item = &'a str>,
        is_unwanted: impl Fn(&&str) -> bool,
    ) -> HashSet<&'a str> {
        let mut reached = HashSet::new();
        let mut next: Vec<&'a str> = from.into_iter().collect();
        while let Some(name) = next.pop() {
            let Some(definition) = self.definition(name) else { continue };
            if !is_unwanted(&name) && reached.insert(name) {
                next.extend(references(definition));
            }
        }
        reached
    }

    /// The names of the types that an operation's call takes and returns. A flattened body and a
    /// page count as the types inside of them.
    fn used_by(&self, operation: &'a Operation) -> Vec<&'a str> {
        let mut used: Vec<&str> =
            operation.parameters.iter().filter_map(|it| it.ty.name()).collect();
        match (self.flattened(operation), &operation.body) {
            (Some(definition), _) => used.extend(references(definition)),
            (None, body) => used.extend(body.as_ref().and_then(|it| it.ty.name())),
        }
        for response in &operation.success {
            used.extend(response.headers.iter().filter_map(|it| it.ty.name()));
            used.extend(response.others.iter().filter_map(|it| it.body.name()));
            used.extend(match &operation.paging {
                Some(paging) => paging.item.name(),
                None => response.body.as_ref().and_then(Type::name),
            });
        }
        let result = operation.long_running.as_ref().and_then(|it| it.result.as_ref());
        used.extend(result.and_then(Type::name));
        used
    }
}
