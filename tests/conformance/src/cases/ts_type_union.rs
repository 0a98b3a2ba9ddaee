// Case ts-type_union.
use crate::prelude::*;
use ts_type_union as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_union");
    let client = c::TsTypeUnionClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Union_StringsOnly_get",
        "GET /type/union/strings-only",
        client.strings_only_client().get(),
        json!({"prop": "b"})
    );
    done!(
        r,
        "Type_Union_StringsOnly_send",
        "POST /type/union/strings-only",
        client.strings_only_client().send(j::<c::models::StringsOnlySendRequestProp>(json!("b")))
    );
    same!(
        r,
        "Type_Union_StringExtensible_get",
        "GET /type/union/string-extensible",
        client.string_extensible_client().get(),
        json!({"prop": "custom"})
    );
    done!(
        r,
        "Type_Union_StringExtensible_send",
        "POST /type/union/string-extensible",
        client
            .string_extensible_client()
            .send(j::<c::models::StringExtensibleSendRequestProp>(json!("custom")))
    );
    same!(
        r,
        "Type_Union_StringExtensibleNamed_get",
        "GET /type/union/string-extensible-named",
        client.string_extensible_named_client().get(),
        json!({"prop": "custom"})
    );
    done!(
        r,
        "Type_Union_StringExtensibleNamed_send",
        "POST /type/union/string-extensible-named",
        client
            .string_extensible_named_client()
            .send(j::<c::models::StringExtensibleNamedUnion2>(json!("custom")))
    );
    same!(
        r,
        "Type_Union_IntsOnly_get",
        "GET /type/union/ints-only",
        client.ints_only_client().get(),
        json!({"prop": 2})
    );
    done!(
        r,
        "Type_Union_IntsOnly_send",
        "POST /type/union/ints-only",
        client.ints_only_client().send(2.0)
    );
    same!(
        r,
        "Type_Union_FloatsOnly_get",
        "GET /type/union/floats-only",
        client.floats_only_client().get(),
        json!({"prop": 2.2})
    );
    done!(
        r,
        "Type_Union_FloatsOnly_send",
        "POST /type/union/floats-only",
        client.floats_only_client().send(2.2)
    );
    same!(
        r,
        "Type_Union_ModelsOnly_get",
        "GET /type/union/models-only",
        client.models_only_client().get(),
        json!({"prop": {"name": "test"}})
    );
    done!(
        r,
        "Type_Union_ModelsOnly_send",
        "POST /type/union/models-only",
        client.models_only_client().send(json!({"name": "test"}))
    );
    same!(
        r,
        "Type_Union_EnumsOnly_get",
        "GET /type/union/enums-only",
        client.enums_only_client().get(),
        json!({"prop": {"lr": "right", "ud": "up"}})
    );
    done!(
        r,
        "Type_Union_EnumsOnly_send",
        "POST /type/union/enums-only",
        client
            .enums_only_client()
            .send(j::<c::models::EnumsOnlyCases>(json!({"lr": "right", "ud": "up"})))
    );
    same!(
        r,
        "Type_Union_StringAndArray_get",
        "GET /type/union/string-and-array",
        client.string_and_array_client().get(),
        json!({"prop": {"string": "test", "array": ["test1", "test2"]}})
    );
    done!(
        r,
        "Type_Union_StringAndArray_send",
        "POST /type/union/string-and-array",
        client.string_and_array_client().send(j::<c::models::StringAndArrayCases>(
            json!({"string": "test", "array": ["test1", "test2"]})
        ))
    );
    same!(
        r,
        "Type_Union_MixedLiterals_get",
        "GET /type/union/mixed-literals",
        client.mixed_literals_client().get(),
        json!({"prop": {"stringLiteral": "a", "intLiteral": 2, "floatLiteral": 3.3, "booleanLiteral": true}})
    );
    done!(r, "Type_Union_MixedLiterals_send", "POST /type/union/mixed-literals", client.mixed_literals_client().send(j::<c::models::MixedLiteralsCases>(json!({"stringLiteral": "a", "intLiteral": 2, "floatLiteral": 3.3, "booleanLiteral": true}))));
    same!(
        r,
        "Type_Union_MixedTypes_get",
        "GET /type/union/mixed-types",
        client.mixed_types_client().get(),
        json!({"prop": {"model": {"name": "test"}, "literal": "a", "int": 2, "boolean": true, "array": [{"name": "test"}, "a", 2, true]}})
    );
    done!(r, "Type_Union_MixedTypes_send", "POST /type/union/mixed-types", client.mixed_types_client().send(j::<c::models::MixedTypesCases>(json!({"model": {"name": "test"}, "literal": "a", "int": 2, "boolean": true, "array": [{"name": "test"}, "a", 2, true]}))));
}
