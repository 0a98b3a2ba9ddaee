// Case az-client_naming.
use crate::prelude::*;
use az_client_naming as c;

pub async fn run(r: &mut Report) {
    r.case("az-client_naming");
    let client = c::AzClientNamingClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Client_Naming_Property_client",
        "POST /client/naming/property/client",
        client.property_client().client(true)
    );
    done!(
        r,
        "Client_Naming_Property_language",
        "POST /client/naming/property/language",
        client.property_client().language(true)
    );
    done!(
        r,
        "Client_Naming_Property_compatibleWithEncodedName",
        "POST /client/naming/property/compatible-with-encoded-name",
        client.property_client().compatible_with_encoded_name(true)
    );
    done!(r, "Client_Naming_operation", "POST /client/naming/operation", client.operation());
    done!(r, "Client_Naming_parameter", "POST /client/naming/parameter", client.parameter("true"));
    done!(
        r,
        "Client_Naming_Header_request",
        "POST /client/naming/header",
        client.header_client().request("true")
    );
    done!(
        r,
        "Client_Naming_Header_response",
        "GET /client/naming/header",
        client.header_client().response()
    );
    done!(
        r,
        "Client_Naming_Model_client",
        "POST /client/naming/model/client",
        client.model_client().client(true)
    );
    done!(
        r,
        "Client_Naming_Model_language",
        "POST /client/naming/model/language",
        client.model_client().language(true)
    );
    done!(
        r,
        "Client_Naming_UnionEnum_unionEnumName",
        "POST /client/naming/union-enum/union-enum-name",
        client
            .union_enum_client()
            .union_enum_name(j::<c::models::UnionEnumServerExtensibleEnum2>(json!("value1")))
    );
    done!(
        r,
        "Client_Naming_UnionEnum_unionEnumMemberName",
        "POST /client/naming/union-enum/union-enum-member-name",
        client
            .union_enum_client()
            .union_enum_member_name(j::<c::models::UnionEnumExtensibleEnum2>(json!("value1")))
    );
}
