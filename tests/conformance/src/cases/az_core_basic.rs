// Case az-azure_core_basic.
use crate::prelude::*;
use az_core_basic as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_core_basic");
    let client = c::AzCoreBasicClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Core_Basic_createOrUpdate",
        "PATCH /azure/core/basic/users/:id",
        client.create_or_update(1).name(j::<String>(json!("Madge"))),
        json!({"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"})
    );
    same!(
        r,
        "Azure_Core_Basic_createOrReplace",
        "PUT /azure/core/basic/users/:id",
        client.create_or_replace(1, "Madge"),
        json!({"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"})
    );
    same!(
        r,
        "Azure_Core_Basic_get",
        "GET /azure/core/basic/users/:id",
        client.get(1),
        json!({"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"})
    );
    same!(
        r,
        "Azure_Core_Basic_list",
        "GET /azure/core/basic/users",
        client
            .list()
            .top(5)
            .skip(10)
            .orderby(j::<Vec<String>>(json!(["id"])))
            .filter("id lt 10")
            .select(j::<Vec<String>>(json!(["id", "orders", "etag"])))
            .expand(j::<Vec<String>>(json!(["orders"]))),
        json!({"value": [{"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59", "orders": [{"id": 1, "userId": 1, "detail": "a recorder"}]}, {"id": 2, "name": "John", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b5a", "orders": [{"id": 2, "userId": 2, "detail": "a TV"}]}]})
    );
    done!(r, "Azure_Core_Basic_delete", "DELETE /azure/core/basic/users/:id", client.delete(1));
    same!(
        r,
        "Azure_Core_Basic_export",
        "POST /azure/core/basic/users/:id:export",
        client.export(1, "json"),
        json!({"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"})
    );
    same!(
        r,
        "Azure_Core_Basic_exportAllUsers",
        "POST /azure/core/basic/users:exportallusers",
        client.export_all_users("json"),
        json!({"users": [{"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"}, {"id": 2, "name": "John", "etag": "22bdc430-65e8-45ad-81d9-8ffa60d55b59"}]})
    );
}
