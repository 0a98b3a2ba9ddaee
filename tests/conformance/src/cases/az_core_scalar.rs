// Case az-azure_core_scalar.
use crate::prelude::*;
use az_core_scalar as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_core_scalar");
    let client = c::AzCoreScalarClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Core_Scalar_AzureLocationScalar_get",
        "GET /azure/core/scalar/azureLocation",
        client.azure_location_scalar_client().get(),
        json!("eastus")
    );
    done!(
        r,
        "Azure_Core_Scalar_AzureLocationScalar_put",
        "PUT /azure/core/scalar/azureLocation",
        client.azure_location_scalar_client().put("eastus")
    );
    same!(
        r,
        "Azure_Core_Scalar_AzureLocationScalar_post",
        "POST /azure/core/scalar/azureLocation",
        client.azure_location_scalar_client().post("eastus"),
        json!({"location": "eastus"})
    );
    done!(
        r,
        "Azure_Core_Scalar_AzureLocationScalar_header",
        "POST /azure/core/scalar/azureLocation/header",
        client.azure_location_scalar_client().header("eastus")
    );
    done!(
        r,
        "Azure_Core_Scalar_AzureLocationScalar_query",
        "POST /azure/core/scalar/azureLocation/query",
        client.azure_location_scalar_client().query("eastus")
    );
}
