//! Visibility: which types users of the crate see, and which are pages of lists.

use super::types::{Page, Types, references};
use crate::{
    model::{
        description::{Operation, Paging, Type, TypeDefinition, TypeKind},
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

    /// The page that an operation lists.
    pub fn page(&self, operation: &Operation) -> Option<&Page<'a>> {
        let paging = operation.paging.as_ref()?;
        let definition = self.model(operation.success.iter().find_map(|it| it.body.as_ref())?)?;
        self.pages.iter().find(|it| it.is(definition, paging))
    }

    /// Returns `true` if a page has other properties than items and links.
    pub fn has_more_than_items(&self, page: &TypeDefinition) -> bool {
        let TypeKind::Struct(it) = &page.kind else { return false };
        let lists = || self.api.operations.iter().filter_map(|it| it.paging.as_ref());
        let is_known = |name: &String| {
            lists().any(|it| it.items == *name || it.next_link.as_ref() == Some(name))
        };
        it.additional_properties.is_some() || !it.properties.iter().all(|it| is_known(&it.name))
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
        for operation in &self.api.operations {
            wanted.extend(self.used_by(operation));
            wanted.extend(operation.errors.iter().filter_map(|it| it.body.as_ref()?.name()));
            inner.extend(self.flattened(operation).map(|it| it.name.as_str()));
            let Some(paging) = &operation.paging else { continue };
            for body in operation.success.iter().filter_map(|it| it.body.as_ref()) {
                let Some(definition) = self.model(body) else { continue };
                if !self.pages.iter().any(|it| it.is(definition, paging)) {
                    self.pages.extend(page(definition, paging));
                }
                if self.has_more_than_items(definition) {
                    wanted.push(&definition.name);
                }
            }
        }
        let is_hidden = |name: &&str| {
            let omitted = sdk.types.get(*name).is_some_and(|special| special.omit);
            omitted || matches!(self.named.get(*name), None | Some(RustType::Overlay(_)))
        };
        let mut public = self.reached(wanted, is_hidden);
        let mut known = inner;
        known.extend(self.pages.iter().map(|page| page.definition.name.as_str()));
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

    /// Names the pages. A page takes the name of its type, unless users see that type too or
    /// another operation finds other items in it.
    pub(super) fn name_pages(&mut self) {
        let mut named = HashSet::new();
        let mut pages = std::mem::take(&mut self.pages);
        for page in &mut pages {
            let type_name = page.definition.name.as_str();
            let own = self.name(page.definition);
            let is_only_page = !self.public.contains(type_name) && named.insert(type_name);
            page.name = if is_only_page { own } else { self.pool.claim(format!("{own}Page")) };
        }
        self.pages = pages;
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
            let Some(body) = &response.body else { continue };
            match (&operation.paging, self.model(body)) {
                (Some(_), Some(page)) => used.extend(references(page)),
                _ => used.extend(body.name()),
            }
        }
        let result = operation.long_running.as_ref().and_then(|it| it.result.as_ref());
        used.extend(result.and_then(Type::name));
        used
    }
}

/// The page, which has no name yet.
fn page<'a>(definition: &'a TypeDefinition, paging: &'a Paging) -> Option<Page<'a>> {
    let TypeKind::Struct(it) = &definition.kind else { return None };
    let items = it.properties.iter().find(|it| it.name == paging.items)?;
    let Type::Array(item) = &items.ty else { return None };
    Some(Page { definition, paging, items, item, name: String::new() })
}

impl Page<'_> {
    fn is(&self, definition: &TypeDefinition, paging: &Paging) -> bool {
        self.definition.name == definition.name && self.paging == paging
    }
}
