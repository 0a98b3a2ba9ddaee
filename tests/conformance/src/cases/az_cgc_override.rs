// Case az-azure_client-generator-core_override.
use crate::prelude::*;
use az_cgc_override as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_override");
    let client = c::AzCgcOverrideClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Azure_ClientGenerator_Core_Override_ReorderParameters_reorder",
        "GET /azure/client-generator-core/override/reorder/param2/param1",
        client.reorder_parameters_client().reorder("param2", "param1")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_Override_GroupParameters_group",
        "GET /azure/client-generator-core/override/group",
        client.group_parameters_client().group("param1", "param2")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_Override_RequireOptionalParameter_requireOptional",
        "GET /azure/client-generator-core/override/require-optional/param1/param2",
        client.require_optional_parameter_client().require_optional("param1", "param2")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_Override_RemoveOptionalParameter_removeOptional",
        "GET /azure/client-generator-core/override/remove-optional/param1",
        client.remove_optional_parameter_client().remove_optional("param1").param2("param2")
    );
}
