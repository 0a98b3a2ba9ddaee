//! Lists that come page by page (`x-ms-pageable`).

use super::Lowering;
use crate::{
    model::{
        description::{FinalState, LongRunning, Paging, Property, Response, Type, TypeKind},
        source::Place,
    },
    read::Node,
};
use serde::Deserialize;

/// A property of a page, or of an object inside of it.
struct Declared {
    path: Vec<String>,
    ty: Type,
    /// `true` if no page is without it.
    required: bool,
}

impl<'a> Lowering<'a> {
    pub fn lower_paging(
        &mut self,
        operation: &Node<'a>,
        success: &[Response],
        long_running: Option<&LongRunning>,
    ) -> Option<Paging> {
        let extension = operation.get("x-ms-pageable")?;
        let place = &extension.place;
        let [item_name, link_name] =
            ["itemName", "nextLinkName"].map(|key| self.name_in(&extension, key));
        let (item_name, link_name) = (item_name?, link_name?);
        let body = self.page(place, success, long_running)?;
        if let (Some(Type::Array(item)), None) = (&body, &item_name) {
            let item = (**item).clone();
            let (items, next_link) = (Vec::new(), Vec::new());
            return Some(Paging { page: None, items, required: true, item, next_link });
        }
        let item_name = item_name.as_deref().unwrap_or("value");
        let link_name = link_name.as_deref();
        let items = self.declared(body.as_ref(), item_name);
        let link = link_name.map(|name| self.declared(body.as_ref(), name));
        let item = item_of(&items.ty).filter(|_| is_object(body.as_ref()));
        let Some(item) = item.filter(|_| link.as_ref().is_none_or(|it| is_link(&it.ty))) else {
            self.report_no_page(place, item_name, link_name);
            return None;
        };
        let page = body.and_then(|it| match it {
            Type::Named(name) => Some(name),
            _ => None,
        });
        let next_link = link.map(|it| it.path).unwrap_or_default();
        Some(Paging { page, items: items.path, required: items.required, item, next_link })
    }

    /// Refuses a list whose next page comes from another operation (`operationName`). If no operation
    /// has that name, it is the one that AutoRest gives to the method that follows the link.
    pub fn check_next_operation<'o>(
        &mut self,
        list: &Node<'a>,
        operations: &mut impl Iterator<Item = &'o Node<'a>>,
    ) where
        'a: 'o,
    {
        let Some(extension) = list.get("x-ms-pageable") else { return };
        let Some(name) = extension.text("operationName") else { return };
        if list.text("operationId") != Some(name)
            && operations.any(|it| it.text("operationId") == Some(name))
        {
            self.refuse(&extension.place, &format!("a list whose next page is of {name:?}"));
        }
    }

    /// A name in the extension. `None` after a problem.
    fn name_in(&mut self, extension: &Node<'a>, key: &str) -> Option<Option<String>> {
        let Some(node) = extension.get(key) else { return Some(None) };
        let node = self.resolve(node)?;
        let name = Option::deserialize(node.value);
        name.map_err(|error| self.problem(&extension.place, error.to_string())).ok()
    }

    /// The type of a page, which may be undescribed. `None` after a problem.
    fn page(
        &mut self,
        place: &Place,
        success: &[Response],
        long_running: Option<&LongRunning>,
    ) -> Option<Option<Type>> {
        if success.iter().any(|it| it.format.is_some()) {
            self.refuse(place, "a list whose response is not JSON");
            return None;
        }
        let mut bodies = success.iter().filter_map(|it| it.body.as_ref());
        let result = long_running.and_then(|it| it.result.as_ref());
        let body = result.or_else(|| bodies.next());
        if result.is_none() && bodies.any(|it| Some(it) != body) {
            self.refuse(place, "a list whose responses have different bodies");
            return None;
        }
        let reports_status = long_running.is_some_and(|it| {
            let at_status = [FinalState::AzureAsyncOperation, FinalState::OperationLocation];
            it.final_state.is_some_and(|it| at_status.contains(&it))
        });
        if reports_status && self.property(body, "status").is_some() {
            let result = self.property(body, "result").map(|it| it.ty.clone());
            return Some(result.or_else(|| body.cloned()));
        }
        Some(body.cloned())
    }

    /// The property with this name. It may be in another object, at a path of names with dots, or at
    /// no declared place: then it is a property of the page, which can be any JSON.
    fn declared(&self, page: Option<&Type>, name: &str) -> Declared {
        self.at(page, name).or_else(|| self.inside(page, name)).unwrap_or_else(|| Declared {
            path: vec![name.to_owned()],
            ty: Type::Any,
            required: false,
        })
    }

    fn at(&self, page: Option<&Type>, name: &str) -> Option<Declared> {
        if let Some(it) = self.property(page, name) {
            let (path, ty) = (vec![name.to_owned()], it.ty.clone());
            return Some(Declared { path, ty, required: it.required });
        }
        let (first, rest) = name.split_once('.')?;
        let outer = self.property(page, first)?;
        Some(within(outer, self.at(Some(&outer.ty), rest)?))
    }

    /// The only property with this name in the objects of a page. The emitters of TypeSpec write no
    /// more than the last name of a path.
    fn inside(&self, page: Option<&Type>, name: &str) -> Option<Declared> {
        let outer = self.properties(page?).iter();
        let mut found = outer.filter_map(|outer| {
            let inner = self.at(Some(&outer.ty), name)?;
            Some(within(outer, inner))
        });
        let only = found.next()?;
        found.next().is_none().then_some(only)
    }

    fn property(&self, of: Option<&Type>, name: &str) -> Option<&Property> {
        self.properties(of?).iter().find(|it| it.name == name)
    }

    /// The properties of a struct.
    fn properties(&self, ty: &Type) -> &[Property] {
        match ty {
            Type::Nullable(inner) => self.properties(inner),
            Type::Named(name) => match self.types.get(name).and_then(Option::as_ref) {
                Some(definition) => match &definition.kind {
                    TypeKind::Struct(it) => &it.properties,
                    _ => &[],
                },
                None => &[],
            },
            _ => &[],
        }
    }

    fn report_no_page(&mut self, place: &Place, items: &str, next_link: Option<&str>) {
        let link = next_link.map(|link| format!(" and a string {link:?}")).unwrap_or_default();
        self.problem(
            place,
            format!("the response must be an object with an array {items:?}{link}"),
        );
    }
}

fn within(outer: &Property, mut inner: Declared) -> Declared {
    inner.path.insert(0, outer.name.clone());
    inner.required &= outer.required;
    inner
}

/// Returns `true` if a page of this type can be an object.
fn is_object(page: Option<&Type>) -> bool {
    match page {
        Some(Type::Nullable(inner)) => is_object(Some(inner)),
        None | Some(Type::Any | Type::Map(_) | Type::Named(_)) => true,
        Some(_) => false,
    }
}

/// The type of the items in an array.
fn item_of(ty: &Type) -> Option<Type> {
    match ty {
        Type::Any => Some(Type::Any),
        Type::Array(item) => Some((**item).clone()),
        Type::Nullable(inner) => item_of(inner),
        _ => None,
    }
}

fn is_link(ty: &Type) -> bool {
    match ty {
        Type::Any | Type::String(_) => true,
        Type::Nullable(inner) => is_link(inner),
        _ => false,
    }
}
