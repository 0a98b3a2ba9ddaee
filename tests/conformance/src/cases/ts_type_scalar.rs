// Case ts-type_scalar.
use crate::prelude::*;
use ts_type_scalar as c;

pub async fn run(r: &mut Report) {
    r.case("ts-type_scalar");
    let client = c::TsTypeScalarClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Type_Scalar_String_get",
        "GET /type/scalar/string",
        client.string_client().get(),
        json!("test")
    );
    done!(
        r,
        "Type_Scalar_String_put",
        "PUT /type/scalar/string",
        client.string_client().put("test")
    );
    same!(
        r,
        "Type_Scalar_Boolean_get",
        "GET /type/scalar/boolean",
        client.boolean_client().get(),
        json!(true)
    );
    done!(
        r,
        "Type_Scalar_Boolean_put",
        "PUT /type/scalar/boolean",
        client.boolean_client().put(true)
    );
    same!(
        r,
        "Type_Scalar_Unknown_get",
        "GET /type/scalar/unknown",
        client.unknown_client().get(),
        json!("test")
    );
    done!(
        r,
        "Type_Scalar_Unknown_put",
        "PUT /type/scalar/unknown",
        client.unknown_client().put(json!("test"))
    );
    same!(
        r,
        "Type_Scalar_DecimalType_responseBody",
        "GET /type/scalar/decimal/response_body",
        client.decimal_type_client().response_body(),
        json!(0.33333)
    );
    same!(
        r,
        "Type_Scalar_Decimal128Type_responseBody",
        "GET /type/scalar/decimal128/response_body",
        client.decimal128_type_client().response_body(),
        json!(0.33333)
    );
    done!(
        r,
        "Type_Scalar_DecimalType_requestBody",
        "PUT /type/scalar/decimal/resquest_body",
        client.decimal_type_client().request_body(0.33333)
    );
    done!(
        r,
        "Type_Scalar_Decimal128Type_requestBody",
        "PUT /type/scalar/decimal128/resquest_body",
        client.decimal128_type_client().request_body(0.33333)
    );
    done!(
        r,
        "Type_Scalar_DecimalType_requestParameter",
        "GET /type/scalar/decimal/request_parameter",
        client.decimal_type_client().request_parameter(0.33333)
    );
    done!(
        r,
        "Type_Scalar_Decimal128Type_requestParameter",
        "GET /type/scalar/decimal128/request_parameter",
        client.decimal128_type_client().request_parameter(0.33333)
    );
    same!(
        r,
        "Type_Scalar_DecimalVerify_prepareVerify",
        "GET /type/scalar/decimal/prepare_verify",
        client.decimal_verify_client().prepare_verify(),
        json!([0.1, 0.1, 0.1])
    );
    same!(
        r,
        "Type_Scalar_Decimal128Verify_prepareVerify",
        "GET /type/scalar/decimal128/prepare_verify",
        client.decimal128_verify_client().prepare_verify(),
        json!([0.1, 0.1, 0.1])
    );
    done!(
        r,
        "Type_Scalar_DecimalVerify_verify",
        "POST /type/scalar/decimal/verify",
        client.decimal_verify_client().verify(0.3)
    );
    done!(
        r,
        "Type_Scalar_Decimal128Verify_verify",
        "POST /type/scalar/decimal128/verify",
        client.decimal128_verify_client().verify(0.3)
    );
}
