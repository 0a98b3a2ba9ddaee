// Case ts-type_property_optionality: properties whose types are literals.
use crate::prelude::*;
use ts_type_property_optionality as c;

pub async fn run(r: &mut Report, client: &c::TsTypePropertyOptionalityClient) {
    same!(
        r,
        "Type_Property_Optional_StringLiteral_getDefault",
        "GET /type/property/optional/string/literal/default",
        client.string_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_StringLiteral_putDefault",
        "PUT /type/property/optional/string/literal/default",
        client.string_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_StringLiteral_getAll",
        "GET /type/property/optional/string/literal/all",
        client.string_literal_client().get_all(),
        json!({"property": "hello"})
    );
    done!(
        r,
        "Type_Property_Optional_StringLiteral_putAll",
        "PUT /type/property/optional/string/literal/all",
        client
            .string_literal_client()
            .put_all()
            .property(j::<c::models::StringLiteralPropertyProperty>(json!("hello")))
    );
    same!(
        r,
        "Type_Property_Optional_IntLiteral_getDefault",
        "GET /type/property/optional/int/literal/default",
        client.int_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_IntLiteral_putDefault",
        "PUT /type/property/optional/int/literal/default",
        client.int_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_IntLiteral_getAll",
        "GET /type/property/optional/int/literal/all",
        client.int_literal_client().get_all(),
        json!({"property": 1})
    );
    done!(
        r,
        "Type_Property_Optional_IntLiteral_putAll",
        "PUT /type/property/optional/int/literal/all",
        client.int_literal_client().put_all().property(1.0)
    );
    same!(
        r,
        "Type_Property_Optional_FloatLiteral_getDefault",
        "GET /type/property/optional/float/literal/default",
        client.float_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_FloatLiteral_putDefault",
        "PUT /type/property/optional/float/literal/default",
        client.float_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_FloatLiteral_getAll",
        "GET /type/property/optional/float/literal/all",
        client.float_literal_client().get_all(),
        json!({"property": 1.25})
    );
    done!(
        r,
        "Type_Property_Optional_FloatLiteral_putAll",
        "PUT /type/property/optional/float/literal/all",
        client.float_literal_client().put_all().property(1.25)
    );
    same!(
        r,
        "Type_Property_Optional_BooleanLiteral_getDefault",
        "GET /type/property/optional/boolean/literal/default",
        client.boolean_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_BooleanLiteral_putDefault",
        "PUT /type/property/optional/boolean/literal/default",
        client.boolean_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_BooleanLiteral_getAll",
        "GET /type/property/optional/boolean/literal/all",
        client.boolean_literal_client().get_all(),
        json!({"property": true})
    );
    done!(
        r,
        "Type_Property_Optional_BooleanLiteral_putAll",
        "PUT /type/property/optional/boolean/literal/all",
        client.boolean_literal_client().put_all().property(true)
    );
    same!(
        r,
        "Type_Property_Optional_UnionStringLiteral_getDefault",
        "GET /type/property/optional/union/string/literal/default",
        client.union_string_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_UnionStringLiteral_putDefault",
        "PUT /type/property/optional/union/string/literal/default",
        client.union_string_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_UnionStringLiteral_getAll",
        "GET /type/property/optional/union/string/literal/all",
        client.union_string_literal_client().get_all(),
        json!({"property": "world"})
    );
    done!(
        r,
        "Type_Property_Optional_UnionStringLiteral_putAll",
        "PUT /type/property/optional/union/string/literal/all",
        client
            .union_string_literal_client()
            .put_all()
            .property(j::<c::models::UnionStringLiteralPropertyProperty>(json!("world")))
    );
    same!(
        r,
        "Type_Property_Optional_UnionIntLiteral_getDefault",
        "GET /type/property/optional/union/int/literal/default",
        client.union_int_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_UnionIntLiteral_putDefault",
        "PUT /type/property/optional/union/int/literal/default",
        client.union_int_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_UnionIntLiteral_getAll",
        "GET /type/property/optional/union/int/literal/all",
        client.union_int_literal_client().get_all(),
        json!({"property": 2})
    );
    done!(
        r,
        "Type_Property_Optional_UnionIntLiteral_putAll",
        "PUT /type/property/optional/union/int/literal/all",
        client.union_int_literal_client().put_all().property(2.0)
    );
    same!(
        r,
        "Type_Property_Optional_UnionFloatLiteral_getDefault",
        "GET /type/property/optional/union/float/literal/default",
        client.union_float_literal_client().get_default(),
        json!({})
    );
    done!(
        r,
        "Type_Property_Optional_UnionFloatLiteral_putDefault",
        "PUT /type/property/optional/union/float/literal/default",
        client.union_float_literal_client().put_default()
    );
    same!(
        r,
        "Type_Property_Optional_UnionFloatLiteral_getAll",
        "GET /type/property/optional/union/float/literal/all",
        client.union_float_literal_client().get_all(),
        json!({"property": 2.375})
    );
    done!(
        r,
        "Type_Property_Optional_UnionFloatLiteral_putAll",
        "PUT /type/property/optional/union/float/literal/all",
        client.union_float_literal_client().put_all().property(2.375)
    );
}
