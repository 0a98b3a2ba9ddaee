//! Lists that come page by page (`x-ms-pageable`).

use super::{Lowering, extensions::MsPageable};
use crate::{
    model::{
        description::{Paging, Response, Type, TypeKind},
        source::Place,
    },
    read::Node,
};
use serde::Deserialize;

impl<'a> Lowering<'a> {
    pub fn lower_paging(&mut self, operation: &Node<'a>, success: &[Response]) -> Option<Paging> {
        let extension = operation.get("x-ms-pageable")?;
        let place = &extension.place;
        let pageable = MsPageable::deserialize(extension.value)
            .map_err(|error| self.problem(place, error.to_string()))
            .ok()?;
        if pageable.operation_name.is_some() {
            self.refuse(place, "`operationName`");
        }
        let items = pageable.item_name.unwrap_or_else(|| "value".to_owned());
        let next_link = pageable.next_link_name;
        let mut bodies = success.iter().filter_map(|it| it.body.as_ref());
        let body = bodies.next();
        if bodies.any(|it| Some(it) != body) {
            self.refuse(place, "a list whose responses have different bodies");
            return None;
        }
        let page = body.and_then(Type::name);
        match page.and_then(|page| Some((page, self.item(page, &items, next_link.as_deref())?))) {
            Some((page, item)) => Some(Paging { page: page.to_owned(), items, item, next_link }),
            None => {
                self.report_no_page(place, &items, next_link.as_deref());
                None
            }
        }
    }

    /// The type of the items of a page, if it has the properties that it should have.
    fn item(&self, page: &str, items: &str, next_link: Option<&str>) -> Option<Type> {
        let TypeKind::Struct(it) = &self.types.get(page)?.as_ref()?.kind else { return None };
        let property = |name: &str| it.properties.iter().find(|it| it.name == name);
        if let Some(link) = next_link {
            property(link).filter(|it| matches!(it.ty, Type::String(_)))?;
        }
        match &property(items)?.ty {
            Type::Array(item) => Some((**item).clone()),
            _ => None,
        }
    }

    fn report_no_page(&mut self, place: &Place, items: &str, next_link: Option<&str>) {
        let nested = [Some(items), next_link].into_iter().flatten().find(|it| it.contains('.'));
        if let Some(nested) = nested {
            self.refuse(place, &format!("the nested property {nested:?}"));
            return;
        }
        let link = next_link.map(|link| format!(" and a string {link:?}")).unwrap_or_default();
        self.problem(
            place,
            format!("the response must be an object with an array {items:?}{link}"),
        );
    }
}
