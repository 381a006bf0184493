"""The types of the API. A class is loaded when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .actions.action import Action
    from .actions.action_base import ActionBase
    from .actions.action_binding import ActionBinding
    from .actions.action_binding_ref import ActionBindingRef, ActionBindingRefDict
    from .actions.action_binding_with_ref import (
        ActionBindingWithRef,
        ActionBindingWithRefDict,
    )
    from .actions.action_deployed_version import ActionDeployedVersion
    from .actions.action_error import ActionError
    from .actions.action_execution_result import ActionExecutionResult
    from .actions.action_module_action import ActionModuleAction
    from .actions.action_module_dependency import ActionModuleDependency
    from .actions.action_module_dependency_request import (
        ActionModuleDependencyRequest,
        ActionModuleDependencyRequestDict,
    )
    from .actions.action_module_list_item import ActionModuleListItem
    from .actions.action_module_reference import (
        ActionModuleReference,
        ActionModuleReferenceDict,
    )
    from .actions.action_module_secret import ActionModuleSecret
    from .actions.action_module_secret_request import (
        ActionModuleSecretRequest,
        ActionModuleSecretRequestDict,
    )
    from .actions.action_module_version import ActionModuleVersion
    from .actions.action_module_version_reference import ActionModuleVersionReference
    from .actions.action_secret_request import (
        ActionSecretRequest,
        ActionSecretRequestDict,
    )
    from .actions.action_secret_response import ActionSecretResponse
    from .actions.action_trigger import ActionTrigger, ActionTriggerDict
    from .actions.action_trigger_compatible_trigger import (
        ActionTriggerCompatibleTrigger,
        ActionTriggerCompatibleTriggerDict,
    )
    from .actions.action_version import ActionVersion
    from .actions.action_version_dependency import (
        ActionVersionDependency,
        ActionVersionDependencyDict,
    )
    from .actions.create_action_module_response_content import (
        CreateActionModuleResponseContent,
    )
    from .actions.create_action_module_version_response_content import (
        CreateActionModuleVersionResponseContent,
    )
    from .actions.create_action_response_content import CreateActionResponseContent
    from .actions.deploy_action_response_content import DeployActionResponseContent
    from .actions.deploy_action_version_request_content import (
        DeployActionVersionRequestContent,
        DeployActionVersionRequestContentDict,
    )
    from .actions.deploy_action_version_response_content import (
        DeployActionVersionResponseContent,
    )
    from .actions.enums import (
        ActionBindingRefTypeEnum,
        ActionBindingTypeEnum,
        ActionBuildStatusEnum,
        ActionExecutionStatusEnum,
        ActionTriggerTypeEnum,
        ActionVersionBuildStatusEnum,
        SearchEngineVersionsEnum,
        TestActionPayload,
        TestActionResultPayload,
    )
    from .actions.get_action_execution_response_content import (
        GetActionExecutionResponseContent,
    )
    from .actions.get_action_module_actions_response_content import (
        GetActionModuleActionsResponseContent,
    )
    from .actions.get_action_module_response_content import (
        GetActionModuleResponseContent,
    )
    from .actions.get_action_module_version_response_content import (
        GetActionModuleVersionResponseContent,
    )
    from .actions.get_action_module_versions_response_content import (
        GetActionModuleVersionsResponseContent,
    )
    from .actions.get_action_modules_response_content import (
        GetActionModulesResponseContent,
    )
    from .actions.get_action_response_content import GetActionResponseContent
    from .actions.get_action_version_response_content import (
        GetActionVersionResponseContent,
    )
    from .actions.list_action_bindings_paginated_response_content import (
        ListActionBindingsPaginatedResponseContent,
    )
    from .actions.list_action_triggers_response_content import (
        ListActionTriggersResponseContent,
    )
    from .actions.list_action_versions_paginated_response_content import (
        ListActionVersionsPaginatedResponseContent,
    )
    from .actions.list_actions_paginated_response_content import (
        ListActionsPaginatedResponseContent,
    )
    from .actions.rollback_action_module_response_content import (
        RollbackActionModuleResponseContent,
    )
    from .actions.test_action_response_content import TestActionResponseContent
    from .actions.update_action_binding_item import (
        UpdateActionBindingItem,
        UpdateActionBindingItemDict,
    )
    from .actions.update_action_bindings_response_content import (
        UpdateActionBindingsResponseContent,
    )
    from .actions.update_action_module_response_content import (
        UpdateActionModuleResponseContent,
    )
    from .actions.update_action_response_content import UpdateActionResponseContent
    from .attack_protection.enums import SuspiciousIpThrottlingShieldsEnum
    from .attack_protection.suspicious_ip_throttling_allowlist import (
        SuspiciousIpThrottlingAllowlist,
    )
    from .attack_protection.suspicious_ip_throttling_allowlist_item import (
        SuspiciousIpThrottlingAllowlistItem,
    )
    from .attack_protection.suspicious_ip_throttling_pre_login_stage import (
        SuspiciousIpThrottlingPreLoginStage,
        SuspiciousIpThrottlingPreLoginStageDict,
    )
    from .attack_protection.suspicious_ip_throttling_pre_user_registration_stage import (
        SuspiciousIpThrottlingPreUserRegistrationStage,
        SuspiciousIpThrottlingPreUserRegistrationStageDict,
    )
    from .attack_protection.suspicious_ip_throttling_stage import (
        SuspiciousIpThrottlingStage,
        SuspiciousIpThrottlingStageDict,
    )
    from .attack_protection.update_suspicious_ip_throttling_settings_response_content import (
        UpdateSuspiciousIpThrottlingSettingsResponseContent,
    )
    from .branding.enums import (
        PhoneTemplateNotificationTypeEnum,
        ResetPhoneTemplateRequestContent,
    )
    from .branding.phone_template_body import PhoneTemplateBody
    from .branding.phone_template_content import PhoneTemplateContent
    from .branding.reset_phone_template_response_content import (
        ResetPhoneTemplateResponseContent,
    )
    from .client_grants.client_grant_response_content import ClientGrantResponseContent
    from .client_grants.enums import (
        ClientGrantAllowAnyOrganizationEnum,
        ClientGrantDefaultForEnum,
        ClientGrantOrganizationUsageEnum,
        ClientGrantSubjectTypeEnum,
    )
    from .client_grants.list_client_grant_paginated_response_content import (
        ListClientGrantPaginatedResponseContent,
    )
    from .clients.client import Client
    from .clients.client_addon_aws import ClientAddonAws
    from .clients.client_addon_sso_integration import ClientAddonSsoIntegration
    from .clients.client_addons import ClientAddons
    from .clients.client_authentication_method import ClientAuthenticationMethod
    from .clients.client_authentication_method_private_key_jwt import (
        ClientAuthenticationMethodPrivateKeyJwt,
    )
    from .clients.client_authentication_method_private_key_jwt_credentials import (
        ClientAuthenticationMethodPrivateKeyJwtCredentials,
    )
    from .clients.client_mobile import ClientMobile
    from .clients.client_mobile_android import ClientMobileAndroid
    from .clients.client_mobilei_os import ClientMobileiOs
    from .clients.enums import (
        ClientAppTypeEnum,
        ClientMetadata,
        ClientOrganizationUsageEnum,
        ClientTokenEndpointAuthMethodEnum,
    )
    from .clients.list_clients_offset_paginated_response_content import (
        ListClientsOffsetPaginatedResponseContent,
    )
    from .common.bad_request_schema import BadRequestSchema
    from .common.credential_id import CredentialId
    from .common.enums import (
        AppMetadata,
        AuthenticationTypeEnum,
        DomainMetadata,
        IntegrationFeatureTypeEnum,
        IntegrationRequiredParamTypeEnum,
    )
    from .common.fed_cm_login import FedCmLogin
    from .common.fed_cm_login_google import FedCmLoginGoogle
    from .common.forbidden_schema import ForbiddenSchema
    from .common.integration import Integration
    from .common.integration_release import IntegrationRelease
    from .common.integration_required_param import IntegrationRequiredParam
    from .common.integration_required_param_option import IntegrationRequiredParamOption
    from .common.integration_sem_ver import IntegrationSemVer
    from .common.mdl_presentation_properties import (
        MdlPresentationProperties,
        MdlPresentationPropertiesDict,
    )
    from .common.mdl_presentation_request import (
        MdlPresentationRequest,
        MdlPresentationRequestDict,
    )
    from .common.mdl_presentation_request_properties import (
        MdlPresentationRequestProperties,
        MdlPresentationRequestPropertiesDict,
    )
    from .common.too_many_requests_schema import TooManyRequestsSchema
    from .common.unauthorized_schema import UnauthorizedSchema
    from .connections.connection_authentication_purpose import (
        ConnectionAuthenticationPurpose,
        ConnectionAuthenticationPurposeDict,
    )
    from .connections.connection_common import ConnectionCommon
    from .connections.connection_custom_scripts import (
        ConnectionCustomScripts,
        ConnectionCustomScriptsDict,
    )
    from .connections.connection_disable_signup_sms import ConnectionDisableSignupSms
    from .connections.connection_gateway_url_sms import ConnectionGatewayUrlSms
    from .connections.connection_https_url_with_http_fallback_255 import (
        ConnectionHttpsUrlWithHttpFallback255,
    )
    from .connections.connection_id_token_signed_response_algs import (
        ConnectionIdTokenSignedResponseAlgs,
    )
    from .connections.connection_identifier_precedence import (
        ConnectionIdentifierPrecedence,
    )
    from .connections.connection_metadata_xml_saml import ConnectionMetadataXmlSaml
    from .connections.connection_options_common import ConnectionOptionsCommon
    from .connections.connection_options_facebook import ConnectionOptionsFacebook
    from .connections.connection_options_sms import ConnectionOptionsSms
    from .connections.connection_properties_options import (
        ConnectionPropertiesOptions,
        ConnectionPropertiesOptionsDict,
    )
    from .connections.connection_provider_sms import ConnectionProviderSms
    from .connections.connection_upstream_additional_properties import (
        ConnectionUpstreamAdditionalProperties,
        ConnectionUpstreamAdditionalPropertiesDict,
    )
    from .connections.connection_upstream_alias import (
        ConnectionUpstreamAlias,
        ConnectionUpstreamAliasDict,
    )
    from .connections.connection_upstream_params import (
        ConnectionUpstreamParams,
        ConnectionUpstreamParamsDict,
    )
    from .connections.connection_upstream_value import (
        ConnectionUpstreamValue,
        ConnectionUpstreamValueDict,
    )
    from .connections.create_connection_common import CreateConnectionCommon
    from .connections.create_connection_request_content_sms import (
        CreateConnectionRequestContentSms,
    )
    from .connections.create_connection_response_content import (
        CreateConnectionResponseContent,
    )
    from .connections.enums import (
        ConnectionDisableSignup,
        ConnectionDisplayName,
        ConnectionDpopSigningAlgEnum,
        ConnectionEnabledClients,
        ConnectionFromSms,
        ConnectionHttpsUrlWithHttpFallback,
        ConnectionIdentifierPrecedenceEnum,
        ConnectionIdentityProviderEnum,
        ConnectionIdTokenSignedResponseAlgEnum,
        ConnectionIsDomainConnection,
        ConnectionMetadataXml,
        ConnectionName,
        ConnectionNonPersistentAttrs,
        ConnectionOptions,
        ConnectionPasswordPolicyEnum,
        ConnectionProviderEnumSms,
        ConnectionProvisioningTicketUrl,
        ConnectionScopesSupported,
        ConnectionSetUserRootAttributesEnum,
        ConnectionsMetadata,
        ConnectionTemplateSms,
        ConnectionTokenEndpointAuthMethodEnum,
        ConnectionUpstreamAliasEnum,
    )
    from .custom_domains.custom_domain import CustomDomain
    from .custom_domains.enums import CustomDomainStatusFilterEnum, CustomDomainTypeEnum
    from .email_templates.create_email_template_response_content import (
        CreateEmailTemplateResponseContent,
    )
    from .email_templates.enums import EmailTemplateNameEnum
    from .event_streams.create_event_stream_action_request_content import (
        CreateEventStreamActionRequestContent,
        CreateEventStreamActionRequestContentDict,
    )
    from .event_streams.create_event_stream_response_content import (
        CreateEventStreamResponseContent,
    )
    from .event_streams.create_event_stream_web_hook_request_content import (
        CreateEventStreamWebHookRequestContent,
        CreateEventStreamWebHookRequestContentDict,
    )
    from .event_streams.enums import (
        EventStreamActionDestinationTypeEnum,
        EventStreamCloudEventA0PurposeEnum,
        EventStreamCloudEventContextClientMetadata,
        EventStreamCloudEventErrorCodeEnum,
        EventStreamCloudEventErrorMessageTypeEnum,
        EventStreamCloudEventOffsetOnlyMessageTypeEnum,
        EventStreamCloudEventOrgCreatedCloudEventTypeEnum,
        EventStreamCloudEventOrgCreatedObjectMetadata,
        EventStreamCloudEventOrgCreatedTypeEnum,
        EventStreamCloudEventOrgMemberAddedCloudEventTypeEnum,
        EventStreamCloudEventOrgMemberAddedTypeEnum,
        EventStreamStatusEnum,
        EventStreamSubscribeEventsEventTypeEnum,
        EventStreamWebhookBasicAuthMethodEnum,
        EventStreamWebhookCustomHeaderAuthMethodEnum,
        EventStreamWebhookDestinationTypeEnum,
    )
    from .event_streams.event_stream_action_configuration import (
        EventStreamActionConfiguration,
        EventStreamActionConfigurationDict,
    )
    from .event_streams.event_stream_action_destination import (
        EventStreamActionDestination,
        EventStreamActionDestinationDict,
    )
    from .event_streams.event_stream_action_response_content import (
        EventStreamActionResponseContent,
    )
    from .event_streams.event_stream_cloud_event_context import (
        EventStreamCloudEventContext,
    )
    from .event_streams.event_stream_cloud_event_context_client import (
        EventStreamCloudEventContextClient,
    )
    from .event_streams.event_stream_cloud_event_context_tenant import (
        EventStreamCloudEventContextTenant,
    )
    from .event_streams.event_stream_cloud_event_error_detail import (
        EventStreamCloudEventErrorDetail,
    )
    from .event_streams.event_stream_cloud_event_error_message import (
        EventStreamCloudEventErrorMessage,
    )
    from .event_streams.event_stream_cloud_event_offset_only_message import (
        EventStreamCloudEventOffsetOnlyMessage,
    )
    from .event_streams.event_stream_cloud_event_org_created import (
        EventStreamCloudEventOrgCreated,
    )
    from .event_streams.event_stream_cloud_event_org_created_cloud_event import (
        EventStreamCloudEventOrgCreatedCloudEvent,
    )
    from .event_streams.event_stream_cloud_event_org_created_data import (
        EventStreamCloudEventOrgCreatedData,
    )
    from .event_streams.event_stream_cloud_event_org_created_object import (
        EventStreamCloudEventOrgCreatedObject,
    )
    from .event_streams.event_stream_cloud_event_org_member_added import (
        EventStreamCloudEventOrgMemberAdded,
    )
    from .event_streams.event_stream_cloud_event_org_member_added_cloud_event import (
        EventStreamCloudEventOrgMemberAddedCloudEvent,
    )
    from .event_streams.event_stream_cloud_event_org_member_added_data import (
        EventStreamCloudEventOrgMemberAddedData,
    )
    from .event_streams.event_stream_cloud_event_org_member_added_object import (
        EventStreamCloudEventOrgMemberAddedObject,
    )
    from .event_streams.event_stream_cloud_event_org_member_added_object_organization import (
        EventStreamCloudEventOrgMemberAddedObjectOrganization,
    )
    from .event_streams.event_stream_cloud_event_org_member_added_object_user import (
        EventStreamCloudEventOrgMemberAddedObjectUser,
    )
    from .event_streams.event_stream_subscribe_events_event_type_param import (
        EventStreamSubscribeEventsEventTypeParam,
    )
    from .event_streams.event_stream_subscribe_events_response_content import (
        EventStreamSubscribeEventsResponseContent,
        EventStreamSubscribeEventsResponseContent_Error,
        EventStreamSubscribeEventsResponseContent_OffsetOnly,
        EventStreamSubscribeEventsResponseContent_OrganizationCreated,
        EventStreamSubscribeEventsResponseContent_OrganizationMemberAdded,
    )
    from .event_streams.event_stream_subscription import (
        EventStreamSubscription,
        EventStreamSubscriptionDict,
    )
    from .event_streams.event_stream_webhook_authorization_response import (
        EventStreamWebhookAuthorizationResponse,
        EventStreamWebhookAuthorizationResponseDict,
    )
    from .event_streams.event_stream_webhook_basic_auth import (
        EventStreamWebhookBasicAuth,
        EventStreamWebhookBasicAuthDict,
    )
    from .event_streams.event_stream_webhook_configuration import (
        EventStreamWebhookConfiguration,
        EventStreamWebhookConfigurationDict,
    )
    from .event_streams.event_stream_webhook_custom_header_auth import (
        EventStreamWebhookCustomHeaderAuth,
        EventStreamWebhookCustomHeaderAuthDict,
    )
    from .event_streams.event_stream_webhook_destination import (
        EventStreamWebhookDestination,
        EventStreamWebhookDestinationDict,
    )
    from .event_streams.event_stream_webhook_response_content import (
        EventStreamWebhookResponseContent,
    )
    from .event_streams.event_streams_create_request import (
        EventStreamsCreateRequest,
        EventStreamsCreateRequestDict,
    )
    from .flows.create_flow_response_content import CreateFlowResponseContent
    from .flows.enums import (
        FlowActionAuth0SendRequestParamsCustomVars,
        FlowActionFlowStoreVarsParamsVars,
        FlowActionJsonSerializeJsonParamsObjectObject,
        GetFlowRequestParametersHydrateEnum,
        ListFlowsRequestParametersHydrateEnum,
    )
    from .flows.flow_action import (
        FlowAction,
        FlowActionDict,
        FlowActionFlow,
        FlowActionFlowBooleanCondition,
        FlowActionFlowBooleanConditionAction,
        FlowActionFlowBooleanConditionDict,
        FlowActionFlowBooleanConditionParams,
        FlowActionFlowBooleanConditionParamsDict,
        FlowActionFlowBooleanConditionType,
        FlowActionFlowDict,
    )
    from .flows.flow_action_auth_0 import FlowActionAuth0, FlowActionAuth0Dict
    from .flows.flow_action_auth_0_send_email import (
        FlowActionAuth0SendEmail,
        FlowActionAuth0SendEmailAction,
        FlowActionAuth0SendEmailDict,
        FlowActionAuth0SendEmailType,
    )
    from .flows.flow_action_auth_0_send_email_params import (
        FlowActionAuth0SendEmailParams,
        FlowActionAuth0SendEmailParamsDict,
    )
    from .flows.flow_action_auth_0_send_email_params_from import (
        FlowActionAuth0SendEmailParamsFrom,
        FlowActionAuth0SendEmailParamsFromDict,
    )
    from .flows.flow_action_auth_0_send_email_params_from_email import (
        FlowActionAuth0SendEmailParamsFromEmail,
    )
    from .flows.flow_action_auth_0_send_email_params_to import (
        FlowActionAuth0SendEmailParamsTo,
    )
    from .flows.flow_action_flow_store_vars import (
        FlowActionFlowStoreVars,
        FlowActionFlowStoreVarsAction,
        FlowActionFlowStoreVarsDict,
        FlowActionFlowStoreVarsType,
    )
    from .flows.flow_action_flow_store_vars_params import (
        FlowActionFlowStoreVarsParams,
        FlowActionFlowStoreVarsParamsDict,
    )
    from .flows.flow_action_json import FlowActionJson, FlowActionJsonDict
    from .flows.flow_action_json_parse_json import (
        FlowActionJsonParseJson,
        FlowActionJsonParseJsonAction,
        FlowActionJsonParseJsonDict,
        FlowActionJsonParseJsonType,
    )
    from .flows.flow_action_json_parse_json_params import (
        FlowActionJsonParseJsonParams,
        FlowActionJsonParseJsonParamsDict,
    )
    from .flows.flow_action_json_serialize_json import (
        FlowActionJsonSerializeJson,
        FlowActionJsonSerializeJsonAction,
        FlowActionJsonSerializeJsonDict,
        FlowActionJsonSerializeJsonType,
    )
    from .flows.flow_action_json_serialize_json_params import (
        FlowActionJsonSerializeJsonParams,
        FlowActionJsonSerializeJsonParamsDict,
    )
    from .flows.flow_action_json_serialize_json_params_object import (
        FlowActionJsonSerializeJsonParamsObject,
    )
    from .flows.flow_summary import FlowSummary
    from .flows.get_flow_response_content import GetFlowResponseContent
    from .flows.list_flows_offset_paginated_response_content import (
        ListFlowsOffsetPaginatedResponseContent,
    )
    from .guardian.enums import (
        MfaPolicyEnum,
        SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent,
    )
    from .guardian.set_guardian_policies_request_content import (
        SetGuardianPoliciesRequestContent,
    )
    from .guardian.set_guardian_policies_response_content import (
        SetGuardianPoliciesResponseContent,
    )
    from .hooks.enums import (
        CreateHookSecretRequestContent,
        DeleteHookSecretRequestContent,
        GetHookSecretResponseContent,
    )
    from .jobs.enums import GetJobUserError
    from .jobs.errors_get_response import ErrorsGetResponse
    from .jobs.get_job_error_response_content import GetJobErrorResponseContent
    from .jobs.get_job_generic_error_response_content import (
        GetJobGenericErrorResponseContent,
    )
    from .jobs.get_job_import_user_error import GetJobImportUserError
    from .keys.custom_signing_key_jwk import (
        CustomSigningKeyJwk,
        CustomSigningKeyJwkDict,
    )
    from .keys.enums import (
        CustomSigningKeyAlgorithmEnum,
        CustomSigningKeyCurveEnum,
        CustomSigningKeyOperationEnum,
        CustomSigningKeyTypeEnum,
        CustomSigningKeyUseEnum,
        EncryptionKeyState,
        EncryptionKeyType,
    )
    from .keys.import_encryption_key_response_content import (
        ImportEncryptionKeyResponseContent,
    )
    from .keys.set_custom_signing_keys_response_content import (
        SetCustomSigningKeysResponseContent,
    )
    from .logs.enums import LogDateObject, LogDetails
    from .logs.list_log_offset_paginated_response_content import (
        ListLogOffsetPaginatedResponseContent,
    )
    from .logs.log import Log
    from .logs.log_date import LogDate
    from .logs.log_location_info import LogLocationInfo
    from .roles.create_role_response_content import CreateRoleResponseContent
    from .roles.list_roles_offset_paginated_response_content import (
        ListRolesOffsetPaginatedResponseContent,
    )
    from .roles.permission_request_payload import (
        PermissionRequestPayload,
        PermissionRequestPayloadDict,
    )
    from .roles.role import Role
    from .stats.daily_stats import DailyStats
    from .users.create_import_users_response_content import (
        CreateImportUsersResponseContent,
    )
    from .users.delete_user_identity_response_content import (
        DeleteUserIdentityResponseContent,
        DeleteUserIdentityResponseContentItem,
    )
    from .users.enums import (
        CreatedAuthenticationMethodTypeEnum,
        GetActiveUsersCountStatsResponseContent,
        PreferredAuthenticationMethodEnum,
        SessionIp,
        SessionMetadata,
        UserAppMetadataSchema,
        UserAuthenticationMethodPropertiesEnum,
        UserEffectivePermissionSourceEnum,
        UserIdentityProviderEnum,
        UserMetadata,
        UserMetadataSchema,
    )
    from .users.get_user_response_content import GetUserResponseContent
    from .users.list_user_effective_permissions_response_content import (
        ListUserEffectivePermissionsResponseContent,
    )
    from .users.list_user_sessions_paginated_response_content import (
        ListUserSessionsPaginatedResponseContent,
    )
    from .users.list_users_offset_paginated_response_content import (
        ListUsersOffsetPaginatedResponseContent,
    )
    from .users.session_date import SessionDate
    from .users.session_device_metadata import SessionDeviceMetadata
    from .users.session_response_content import SessionResponseContent
    from .users.set_user_authentication_method_response_content import (
        SetUserAuthenticationMethodResponseContent,
    )
    from .users.set_user_authentication_methods import (
        SetUserAuthenticationMethods,
        SetUserAuthenticationMethodsDict,
    )
    from .users.set_user_authentication_methods_request_content import (
        SetUserAuthenticationMethodsRequestContent,
        SetUserAuthenticationMethodsRequestContentDict,
    )
    from .users.update_user_response_content import UpdateUserResponseContent
    from .users.user_authentication_method_properties import (
        UserAuthenticationMethodProperties,
    )
    from .users.user_effective_permission_response_content import (
        UserEffectivePermissionResponseContent,
    )
    from .users.user_id import UserId
    from .users.user_identity_schema import UserIdentitySchema
    from .users.user_profile_data import UserProfileData
    from .users.user_response_schema import UserResponseSchema
    from .verifiable_credentials.create_verifiable_credential_template_response_content import (
        CreateVerifiableCredentialTemplateResponseContent,
    )
    from .verifiable_credentials.domain_verification import DomainVerification
    from .verifiable_credentials.domain_verification_method import (
        DomainVerificationMethod,
    )
    from .verifiable_credentials.enums import (
        DomainVerificationMethodNameEnum,
        DomainVerificationStatusEnum,
        ResourceServerVerificationKeyPemCertificate,
    )
    from .verifiable_credentials.get_universal_login_template import (
        GetUniversalLoginTemplate,
    )
    from .verifiable_credentials.get_universal_login_template_response_content import (
        GetUniversalLoginTemplateResponseContent,
    )
    from .verifiable_credentials.update_universal_login_template_request_content import (
        UpdateUniversalLoginTemplateRequestContent,
        UpdateUniversalLoginTemplateRequestContentDict,
        UpdateUniversalLoginTemplateRequestContentTemplate,
        UpdateUniversalLoginTemplateRequestContentTemplateDict,
    )

    __all__ = [
        "Action",
        "ActionBase",
        "ActionBinding",
        "ActionBindingRef",
        "ActionBindingRefDict",
        "ActionBindingRefTypeEnum",
        "ActionBindingTypeEnum",
        "ActionBindingWithRef",
        "ActionBindingWithRefDict",
        "ActionBuildStatusEnum",
        "ActionDeployedVersion",
        "ActionError",
        "ActionExecutionResult",
        "ActionExecutionStatusEnum",
        "ActionModuleAction",
        "ActionModuleDependency",
        "ActionModuleDependencyRequest",
        "ActionModuleDependencyRequestDict",
        "ActionModuleListItem",
        "ActionModuleReference",
        "ActionModuleReferenceDict",
        "ActionModuleSecret",
        "ActionModuleSecretRequest",
        "ActionModuleSecretRequestDict",
        "ActionModuleVersion",
        "ActionModuleVersionReference",
        "ActionSecretRequest",
        "ActionSecretRequestDict",
        "ActionSecretResponse",
        "ActionTrigger",
        "ActionTriggerCompatibleTrigger",
        "ActionTriggerCompatibleTriggerDict",
        "ActionTriggerDict",
        "ActionTriggerTypeEnum",
        "ActionVersion",
        "ActionVersionBuildStatusEnum",
        "ActionVersionDependency",
        "ActionVersionDependencyDict",
        "AppMetadata",
        "AuthenticationTypeEnum",
        "BadRequestSchema",
        "Client",
        "ClientAddonAws",
        "ClientAddonSsoIntegration",
        "ClientAddons",
        "ClientAppTypeEnum",
        "ClientAuthenticationMethod",
        "ClientAuthenticationMethodPrivateKeyJwt",
        "ClientAuthenticationMethodPrivateKeyJwtCredentials",
        "ClientGrantAllowAnyOrganizationEnum",
        "ClientGrantDefaultForEnum",
        "ClientGrantOrganizationUsageEnum",
        "ClientGrantResponseContent",
        "ClientGrantSubjectTypeEnum",
        "ClientMetadata",
        "ClientMobile",
        "ClientMobileAndroid",
        "ClientMobileiOs",
        "ClientOrganizationUsageEnum",
        "ClientTokenEndpointAuthMethodEnum",
        "ConnectionAuthenticationPurpose",
        "ConnectionAuthenticationPurposeDict",
        "ConnectionCommon",
        "ConnectionCustomScripts",
        "ConnectionCustomScriptsDict",
        "ConnectionDisableSignup",
        "ConnectionDisableSignupSms",
        "ConnectionDisplayName",
        "ConnectionDpopSigningAlgEnum",
        "ConnectionEnabledClients",
        "ConnectionFromSms",
        "ConnectionGatewayUrlSms",
        "ConnectionHttpsUrlWithHttpFallback",
        "ConnectionHttpsUrlWithHttpFallback255",
        "ConnectionIdTokenSignedResponseAlgEnum",
        "ConnectionIdTokenSignedResponseAlgs",
        "ConnectionIdentifierPrecedence",
        "ConnectionIdentifierPrecedenceEnum",
        "ConnectionIdentityProviderEnum",
        "ConnectionIsDomainConnection",
        "ConnectionMetadataXml",
        "ConnectionMetadataXmlSaml",
        "ConnectionName",
        "ConnectionNonPersistentAttrs",
        "ConnectionOptions",
        "ConnectionOptionsCommon",
        "ConnectionOptionsFacebook",
        "ConnectionOptionsSms",
        "ConnectionPasswordPolicyEnum",
        "ConnectionPropertiesOptions",
        "ConnectionPropertiesOptionsDict",
        "ConnectionProviderEnumSms",
        "ConnectionProviderSms",
        "ConnectionProvisioningTicketUrl",
        "ConnectionScopesSupported",
        "ConnectionSetUserRootAttributesEnum",
        "ConnectionTemplateSms",
        "ConnectionTokenEndpointAuthMethodEnum",
        "ConnectionUpstreamAdditionalProperties",
        "ConnectionUpstreamAdditionalPropertiesDict",
        "ConnectionUpstreamAlias",
        "ConnectionUpstreamAliasDict",
        "ConnectionUpstreamAliasEnum",
        "ConnectionUpstreamParams",
        "ConnectionUpstreamParamsDict",
        "ConnectionUpstreamValue",
        "ConnectionUpstreamValueDict",
        "ConnectionsMetadata",
        "CreateActionModuleResponseContent",
        "CreateActionModuleVersionResponseContent",
        "CreateActionResponseContent",
        "CreateConnectionCommon",
        "CreateConnectionRequestContentSms",
        "CreateConnectionResponseContent",
        "CreateEmailTemplateResponseContent",
        "CreateEventStreamActionRequestContent",
        "CreateEventStreamActionRequestContentDict",
        "CreateEventStreamResponseContent",
        "CreateEventStreamWebHookRequestContent",
        "CreateEventStreamWebHookRequestContentDict",
        "CreateFlowResponseContent",
        "CreateHookSecretRequestContent",
        "CreateImportUsersResponseContent",
        "CreateRoleResponseContent",
        "CreateVerifiableCredentialTemplateResponseContent",
        "CreatedAuthenticationMethodTypeEnum",
        "CredentialId",
        "CustomDomain",
        "CustomDomainStatusFilterEnum",
        "CustomDomainTypeEnum",
        "CustomSigningKeyAlgorithmEnum",
        "CustomSigningKeyCurveEnum",
        "CustomSigningKeyJwk",
        "CustomSigningKeyJwkDict",
        "CustomSigningKeyOperationEnum",
        "CustomSigningKeyTypeEnum",
        "CustomSigningKeyUseEnum",
        "DailyStats",
        "DeleteHookSecretRequestContent",
        "DeleteUserIdentityResponseContent",
        "DeleteUserIdentityResponseContentItem",
        "DeployActionResponseContent",
        "DeployActionVersionRequestContent",
        "DeployActionVersionRequestContentDict",
        "DeployActionVersionResponseContent",
        "DomainMetadata",
        "DomainVerification",
        "DomainVerificationMethod",
        "DomainVerificationMethodNameEnum",
        "DomainVerificationStatusEnum",
        "EmailTemplateNameEnum",
        "EncryptionKeyState",
        "EncryptionKeyType",
        "ErrorsGetResponse",
        "EventStreamActionConfiguration",
        "EventStreamActionConfigurationDict",
        "EventStreamActionDestination",
        "EventStreamActionDestinationDict",
        "EventStreamActionDestinationTypeEnum",
        "EventStreamActionResponseContent",
        "EventStreamCloudEventA0PurposeEnum",
        "EventStreamCloudEventContext",
        "EventStreamCloudEventContextClient",
        "EventStreamCloudEventContextClientMetadata",
        "EventStreamCloudEventContextTenant",
        "EventStreamCloudEventErrorCodeEnum",
        "EventStreamCloudEventErrorDetail",
        "EventStreamCloudEventErrorMessage",
        "EventStreamCloudEventErrorMessageTypeEnum",
        "EventStreamCloudEventOffsetOnlyMessage",
        "EventStreamCloudEventOffsetOnlyMessageTypeEnum",
        "EventStreamCloudEventOrgCreated",
        "EventStreamCloudEventOrgCreatedCloudEvent",
        "EventStreamCloudEventOrgCreatedCloudEventTypeEnum",
        "EventStreamCloudEventOrgCreatedData",
        "EventStreamCloudEventOrgCreatedObject",
        "EventStreamCloudEventOrgCreatedObjectMetadata",
        "EventStreamCloudEventOrgCreatedTypeEnum",
        "EventStreamCloudEventOrgMemberAdded",
        "EventStreamCloudEventOrgMemberAddedCloudEvent",
        "EventStreamCloudEventOrgMemberAddedCloudEventTypeEnum",
        "EventStreamCloudEventOrgMemberAddedData",
        "EventStreamCloudEventOrgMemberAddedObject",
        "EventStreamCloudEventOrgMemberAddedObjectOrganization",
        "EventStreamCloudEventOrgMemberAddedObjectUser",
        "EventStreamCloudEventOrgMemberAddedTypeEnum",
        "EventStreamStatusEnum",
        "EventStreamSubscribeEventsEventTypeEnum",
        "EventStreamSubscribeEventsEventTypeParam",
        "EventStreamSubscribeEventsResponseContent",
        "EventStreamSubscribeEventsResponseContent_Error",
        "EventStreamSubscribeEventsResponseContent_OffsetOnly",
        "EventStreamSubscribeEventsResponseContent_OrganizationCreated",
        "EventStreamSubscribeEventsResponseContent_OrganizationMemberAdded",
        "EventStreamSubscription",
        "EventStreamSubscriptionDict",
        "EventStreamWebhookAuthorizationResponse",
        "EventStreamWebhookAuthorizationResponseDict",
        "EventStreamWebhookBasicAuth",
        "EventStreamWebhookBasicAuthDict",
        "EventStreamWebhookBasicAuthMethodEnum",
        "EventStreamWebhookConfiguration",
        "EventStreamWebhookConfigurationDict",
        "EventStreamWebhookCustomHeaderAuth",
        "EventStreamWebhookCustomHeaderAuthDict",
        "EventStreamWebhookCustomHeaderAuthMethodEnum",
        "EventStreamWebhookDestination",
        "EventStreamWebhookDestinationDict",
        "EventStreamWebhookDestinationTypeEnum",
        "EventStreamWebhookResponseContent",
        "EventStreamsCreateRequest",
        "EventStreamsCreateRequestDict",
        "FedCmLogin",
        "FedCmLoginGoogle",
        "FlowAction",
        "FlowActionAuth0",
        "FlowActionAuth0Dict",
        "FlowActionAuth0SendEmail",
        "FlowActionAuth0SendEmailAction",
        "FlowActionAuth0SendEmailDict",
        "FlowActionAuth0SendEmailParams",
        "FlowActionAuth0SendEmailParamsDict",
        "FlowActionAuth0SendEmailParamsFrom",
        "FlowActionAuth0SendEmailParamsFromDict",
        "FlowActionAuth0SendEmailParamsFromEmail",
        "FlowActionAuth0SendEmailParamsTo",
        "FlowActionAuth0SendEmailType",
        "FlowActionAuth0SendRequestParamsCustomVars",
        "FlowActionDict",
        "FlowActionFlow",
        "FlowActionFlowBooleanCondition",
        "FlowActionFlowBooleanConditionAction",
        "FlowActionFlowBooleanConditionDict",
        "FlowActionFlowBooleanConditionParams",
        "FlowActionFlowBooleanConditionParamsDict",
        "FlowActionFlowBooleanConditionType",
        "FlowActionFlowDict",
        "FlowActionFlowStoreVars",
        "FlowActionFlowStoreVarsAction",
        "FlowActionFlowStoreVarsDict",
        "FlowActionFlowStoreVarsParams",
        "FlowActionFlowStoreVarsParamsDict",
        "FlowActionFlowStoreVarsParamsVars",
        "FlowActionFlowStoreVarsType",
        "FlowActionJson",
        "FlowActionJsonDict",
        "FlowActionJsonParseJson",
        "FlowActionJsonParseJsonAction",
        "FlowActionJsonParseJsonDict",
        "FlowActionJsonParseJsonParams",
        "FlowActionJsonParseJsonParamsDict",
        "FlowActionJsonParseJsonType",
        "FlowActionJsonSerializeJson",
        "FlowActionJsonSerializeJsonAction",
        "FlowActionJsonSerializeJsonDict",
        "FlowActionJsonSerializeJsonParams",
        "FlowActionJsonSerializeJsonParamsDict",
        "FlowActionJsonSerializeJsonParamsObject",
        "FlowActionJsonSerializeJsonParamsObjectObject",
        "FlowActionJsonSerializeJsonType",
        "FlowSummary",
        "ForbiddenSchema",
        "GetActionExecutionResponseContent",
        "GetActionModuleActionsResponseContent",
        "GetActionModuleResponseContent",
        "GetActionModuleVersionResponseContent",
        "GetActionModuleVersionsResponseContent",
        "GetActionModulesResponseContent",
        "GetActionResponseContent",
        "GetActionVersionResponseContent",
        "GetActiveUsersCountStatsResponseContent",
        "GetFlowRequestParametersHydrateEnum",
        "GetFlowResponseContent",
        "GetHookSecretResponseContent",
        "GetJobErrorResponseContent",
        "GetJobGenericErrorResponseContent",
        "GetJobImportUserError",
        "GetJobUserError",
        "GetUniversalLoginTemplate",
        "GetUniversalLoginTemplateResponseContent",
        "GetUserResponseContent",
        "ImportEncryptionKeyResponseContent",
        "Integration",
        "IntegrationFeatureTypeEnum",
        "IntegrationRelease",
        "IntegrationRequiredParam",
        "IntegrationRequiredParamOption",
        "IntegrationRequiredParamTypeEnum",
        "IntegrationSemVer",
        "ListActionBindingsPaginatedResponseContent",
        "ListActionTriggersResponseContent",
        "ListActionVersionsPaginatedResponseContent",
        "ListActionsPaginatedResponseContent",
        "ListClientGrantPaginatedResponseContent",
        "ListClientsOffsetPaginatedResponseContent",
        "ListFlowsOffsetPaginatedResponseContent",
        "ListFlowsRequestParametersHydrateEnum",
        "ListLogOffsetPaginatedResponseContent",
        "ListRolesOffsetPaginatedResponseContent",
        "ListUserEffectivePermissionsResponseContent",
        "ListUserSessionsPaginatedResponseContent",
        "ListUsersOffsetPaginatedResponseContent",
        "Log",
        "LogDate",
        "LogDateObject",
        "LogDetails",
        "LogLocationInfo",
        "MdlPresentationProperties",
        "MdlPresentationPropertiesDict",
        "MdlPresentationRequest",
        "MdlPresentationRequestDict",
        "MdlPresentationRequestProperties",
        "MdlPresentationRequestPropertiesDict",
        "MfaPolicyEnum",
        "PermissionRequestPayload",
        "PermissionRequestPayloadDict",
        "PhoneTemplateBody",
        "PhoneTemplateContent",
        "PhoneTemplateNotificationTypeEnum",
        "PreferredAuthenticationMethodEnum",
        "ResetPhoneTemplateRequestContent",
        "ResetPhoneTemplateResponseContent",
        "ResourceServerVerificationKeyPemCertificate",
        "Role",
        "RollbackActionModuleResponseContent",
        "SearchEngineVersionsEnum",
        "SessionDate",
        "SessionDeviceMetadata",
        "SessionIp",
        "SessionMetadata",
        "SessionResponseContent",
        "SetCustomSigningKeysResponseContent",
        "SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent",
        "SetGuardianPoliciesRequestContent",
        "SetGuardianPoliciesResponseContent",
        "SetUserAuthenticationMethodResponseContent",
        "SetUserAuthenticationMethods",
        "SetUserAuthenticationMethodsDict",
        "SetUserAuthenticationMethodsRequestContent",
        "SetUserAuthenticationMethodsRequestContentDict",
        "SuspiciousIpThrottlingAllowlist",
        "SuspiciousIpThrottlingAllowlistItem",
        "SuspiciousIpThrottlingPreLoginStage",
        "SuspiciousIpThrottlingPreLoginStageDict",
        "SuspiciousIpThrottlingPreUserRegistrationStage",
        "SuspiciousIpThrottlingPreUserRegistrationStageDict",
        "SuspiciousIpThrottlingShieldsEnum",
        "SuspiciousIpThrottlingStage",
        "SuspiciousIpThrottlingStageDict",
        "TestActionPayload",
        "TestActionResponseContent",
        "TestActionResultPayload",
        "TooManyRequestsSchema",
        "UnauthorizedSchema",
        "UpdateActionBindingItem",
        "UpdateActionBindingItemDict",
        "UpdateActionBindingsResponseContent",
        "UpdateActionModuleResponseContent",
        "UpdateActionResponseContent",
        "UpdateSuspiciousIpThrottlingSettingsResponseContent",
        "UpdateUniversalLoginTemplateRequestContent",
        "UpdateUniversalLoginTemplateRequestContentDict",
        "UpdateUniversalLoginTemplateRequestContentTemplate",
        "UpdateUniversalLoginTemplateRequestContentTemplateDict",
        "UpdateUserResponseContent",
        "UserAppMetadataSchema",
        "UserAuthenticationMethodProperties",
        "UserAuthenticationMethodPropertiesEnum",
        "UserEffectivePermissionResponseContent",
        "UserEffectivePermissionSourceEnum",
        "UserId",
        "UserIdentityProviderEnum",
        "UserIdentitySchema",
        "UserMetadata",
        "UserMetadataSchema",
        "UserProfileData",
        "UserResponseSchema",
    ]

_MODULES = {
    "Action": "actions.action",
    "ActionBase": "actions.action_base",
    "ActionBinding": "actions.action_binding",
    "ActionBindingRef": "actions.action_binding_ref",
    "ActionBindingRefDict": "actions.action_binding_ref",
    "ActionBindingRefTypeEnum": "actions.enums",
    "ActionBindingTypeEnum": "actions.enums",
    "ActionBindingWithRef": "actions.action_binding_with_ref",
    "ActionBindingWithRefDict": "actions.action_binding_with_ref",
    "ActionBuildStatusEnum": "actions.enums",
    "ActionDeployedVersion": "actions.action_deployed_version",
    "ActionError": "actions.action_error",
    "ActionExecutionResult": "actions.action_execution_result",
    "ActionExecutionStatusEnum": "actions.enums",
    "ActionModuleAction": "actions.action_module_action",
    "ActionModuleDependency": "actions.action_module_dependency",
    "ActionModuleDependencyRequest": "actions.action_module_dependency_request",
    "ActionModuleDependencyRequestDict": "actions.action_module_dependency_request",
    "ActionModuleListItem": "actions.action_module_list_item",
    "ActionModuleReference": "actions.action_module_reference",
    "ActionModuleReferenceDict": "actions.action_module_reference",
    "ActionModuleSecret": "actions.action_module_secret",
    "ActionModuleSecretRequest": "actions.action_module_secret_request",
    "ActionModuleSecretRequestDict": "actions.action_module_secret_request",
    "ActionModuleVersion": "actions.action_module_version",
    "ActionModuleVersionReference": "actions.action_module_version_reference",
    "ActionSecretRequest": "actions.action_secret_request",
    "ActionSecretRequestDict": "actions.action_secret_request",
    "ActionSecretResponse": "actions.action_secret_response",
    "ActionTrigger": "actions.action_trigger",
    "ActionTriggerCompatibleTrigger": "actions.action_trigger_compatible_trigger",
    "ActionTriggerCompatibleTriggerDict": "actions.action_trigger_compatible_trigger",
    "ActionTriggerDict": "actions.action_trigger",
    "ActionTriggerTypeEnum": "actions.enums",
    "ActionVersion": "actions.action_version",
    "ActionVersionBuildStatusEnum": "actions.enums",
    "ActionVersionDependency": "actions.action_version_dependency",
    "ActionVersionDependencyDict": "actions.action_version_dependency",
    "AppMetadata": "common.enums",
    "AuthenticationTypeEnum": "common.enums",
    "BadRequestSchema": "common.bad_request_schema",
    "Client": "clients.client",
    "ClientAddonAws": "clients.client_addon_aws",
    "ClientAddonSsoIntegration": "clients.client_addon_sso_integration",
    "ClientAddons": "clients.client_addons",
    "ClientAppTypeEnum": "clients.enums",
    "ClientAuthenticationMethod": "clients.client_authentication_method",
    "ClientAuthenticationMethodPrivateKeyJwt": "clients.client_authentication_method_private_key_jwt",
    "ClientAuthenticationMethodPrivateKeyJwtCredentials": "clients.client_authentication_method_private_key_jwt_credentials",
    "ClientGrantAllowAnyOrganizationEnum": "client_grants.enums",
    "ClientGrantDefaultForEnum": "client_grants.enums",
    "ClientGrantOrganizationUsageEnum": "client_grants.enums",
    "ClientGrantResponseContent": "client_grants.client_grant_response_content",
    "ClientGrantSubjectTypeEnum": "client_grants.enums",
    "ClientMetadata": "clients.enums",
    "ClientMobile": "clients.client_mobile",
    "ClientMobileAndroid": "clients.client_mobile_android",
    "ClientMobileiOs": "clients.client_mobilei_os",
    "ClientOrganizationUsageEnum": "clients.enums",
    "ClientTokenEndpointAuthMethodEnum": "clients.enums",
    "ConnectionAuthenticationPurpose": "connections.connection_authentication_purpose",
    "ConnectionAuthenticationPurposeDict": "connections.connection_authentication_purpose",
    "ConnectionCommon": "connections.connection_common",
    "ConnectionCustomScripts": "connections.connection_custom_scripts",
    "ConnectionCustomScriptsDict": "connections.connection_custom_scripts",
    "ConnectionDisableSignup": "connections.enums",
    "ConnectionDisableSignupSms": "connections.connection_disable_signup_sms",
    "ConnectionDisplayName": "connections.enums",
    "ConnectionDpopSigningAlgEnum": "connections.enums",
    "ConnectionEnabledClients": "connections.enums",
    "ConnectionFromSms": "connections.enums",
    "ConnectionGatewayUrlSms": "connections.connection_gateway_url_sms",
    "ConnectionHttpsUrlWithHttpFallback": "connections.enums",
    "ConnectionHttpsUrlWithHttpFallback255": "connections.connection_https_url_with_http_fallback_255",
    "ConnectionIdTokenSignedResponseAlgEnum": "connections.enums",
    "ConnectionIdTokenSignedResponseAlgs": "connections.connection_id_token_signed_response_algs",
    "ConnectionIdentifierPrecedence": "connections.connection_identifier_precedence",
    "ConnectionIdentifierPrecedenceEnum": "connections.enums",
    "ConnectionIdentityProviderEnum": "connections.enums",
    "ConnectionIsDomainConnection": "connections.enums",
    "ConnectionMetadataXml": "connections.enums",
    "ConnectionMetadataXmlSaml": "connections.connection_metadata_xml_saml",
    "ConnectionName": "connections.enums",
    "ConnectionNonPersistentAttrs": "connections.enums",
    "ConnectionOptions": "connections.enums",
    "ConnectionOptionsCommon": "connections.connection_options_common",
    "ConnectionOptionsFacebook": "connections.connection_options_facebook",
    "ConnectionOptionsSms": "connections.connection_options_sms",
    "ConnectionPasswordPolicyEnum": "connections.enums",
    "ConnectionPropertiesOptions": "connections.connection_properties_options",
    "ConnectionPropertiesOptionsDict": "connections.connection_properties_options",
    "ConnectionProviderEnumSms": "connections.enums",
    "ConnectionProviderSms": "connections.connection_provider_sms",
    "ConnectionProvisioningTicketUrl": "connections.enums",
    "ConnectionScopesSupported": "connections.enums",
    "ConnectionSetUserRootAttributesEnum": "connections.enums",
    "ConnectionTemplateSms": "connections.enums",
    "ConnectionTokenEndpointAuthMethodEnum": "connections.enums",
    "ConnectionUpstreamAdditionalProperties": "connections.connection_upstream_additional_properties",
    "ConnectionUpstreamAdditionalPropertiesDict": "connections.connection_upstream_additional_properties",
    "ConnectionUpstreamAlias": "connections.connection_upstream_alias",
    "ConnectionUpstreamAliasDict": "connections.connection_upstream_alias",
    "ConnectionUpstreamAliasEnum": "connections.enums",
    "ConnectionUpstreamParams": "connections.connection_upstream_params",
    "ConnectionUpstreamParamsDict": "connections.connection_upstream_params",
    "ConnectionUpstreamValue": "connections.connection_upstream_value",
    "ConnectionUpstreamValueDict": "connections.connection_upstream_value",
    "ConnectionsMetadata": "connections.enums",
    "CreateActionModuleResponseContent": "actions.create_action_module_response_content",
    "CreateActionModuleVersionResponseContent": "actions.create_action_module_version_response_content",
    "CreateActionResponseContent": "actions.create_action_response_content",
    "CreateConnectionCommon": "connections.create_connection_common",
    "CreateConnectionRequestContentSms": "connections.create_connection_request_content_sms",
    "CreateConnectionResponseContent": "connections.create_connection_response_content",
    "CreateEmailTemplateResponseContent": "email_templates.create_email_template_response_content",
    "CreateEventStreamActionRequestContent": "event_streams.create_event_stream_action_request_content",
    "CreateEventStreamActionRequestContentDict": "event_streams.create_event_stream_action_request_content",
    "CreateEventStreamResponseContent": "event_streams.create_event_stream_response_content",
    "CreateEventStreamWebHookRequestContent": "event_streams.create_event_stream_web_hook_request_content",
    "CreateEventStreamWebHookRequestContentDict": "event_streams.create_event_stream_web_hook_request_content",
    "CreateFlowResponseContent": "flows.create_flow_response_content",
    "CreateHookSecretRequestContent": "hooks.enums",
    "CreateImportUsersResponseContent": "users.create_import_users_response_content",
    "CreateRoleResponseContent": "roles.create_role_response_content",
    "CreateVerifiableCredentialTemplateResponseContent": "verifiable_credentials.create_verifiable_credential_template_response_content",
    "CreatedAuthenticationMethodTypeEnum": "users.enums",
    "CredentialId": "common.credential_id",
    "CustomDomain": "custom_domains.custom_domain",
    "CustomDomainStatusFilterEnum": "custom_domains.enums",
    "CustomDomainTypeEnum": "custom_domains.enums",
    "CustomSigningKeyAlgorithmEnum": "keys.enums",
    "CustomSigningKeyCurveEnum": "keys.enums",
    "CustomSigningKeyJwk": "keys.custom_signing_key_jwk",
    "CustomSigningKeyJwkDict": "keys.custom_signing_key_jwk",
    "CustomSigningKeyOperationEnum": "keys.enums",
    "CustomSigningKeyTypeEnum": "keys.enums",
    "CustomSigningKeyUseEnum": "keys.enums",
    "DailyStats": "stats.daily_stats",
    "DeleteHookSecretRequestContent": "hooks.enums",
    "DeleteUserIdentityResponseContent": "users.delete_user_identity_response_content",
    "DeleteUserIdentityResponseContentItem": "users.delete_user_identity_response_content",
    "DeployActionResponseContent": "actions.deploy_action_response_content",
    "DeployActionVersionRequestContent": "actions.deploy_action_version_request_content",
    "DeployActionVersionRequestContentDict": "actions.deploy_action_version_request_content",
    "DeployActionVersionResponseContent": "actions.deploy_action_version_response_content",
    "DomainMetadata": "common.enums",
    "DomainVerification": "verifiable_credentials.domain_verification",
    "DomainVerificationMethod": "verifiable_credentials.domain_verification_method",
    "DomainVerificationMethodNameEnum": "verifiable_credentials.enums",
    "DomainVerificationStatusEnum": "verifiable_credentials.enums",
    "EmailTemplateNameEnum": "email_templates.enums",
    "EncryptionKeyState": "keys.enums",
    "EncryptionKeyType": "keys.enums",
    "ErrorsGetResponse": "jobs.errors_get_response",
    "EventStreamActionConfiguration": "event_streams.event_stream_action_configuration",
    "EventStreamActionConfigurationDict": "event_streams.event_stream_action_configuration",
    "EventStreamActionDestination": "event_streams.event_stream_action_destination",
    "EventStreamActionDestinationDict": "event_streams.event_stream_action_destination",
    "EventStreamActionDestinationTypeEnum": "event_streams.enums",
    "EventStreamActionResponseContent": "event_streams.event_stream_action_response_content",
    "EventStreamCloudEventA0PurposeEnum": "event_streams.enums",
    "EventStreamCloudEventContext": "event_streams.event_stream_cloud_event_context",
    "EventStreamCloudEventContextClient": "event_streams.event_stream_cloud_event_context_client",
    "EventStreamCloudEventContextClientMetadata": "event_streams.enums",
    "EventStreamCloudEventContextTenant": "event_streams.event_stream_cloud_event_context_tenant",
    "EventStreamCloudEventErrorCodeEnum": "event_streams.enums",
    "EventStreamCloudEventErrorDetail": "event_streams.event_stream_cloud_event_error_detail",
    "EventStreamCloudEventErrorMessage": "event_streams.event_stream_cloud_event_error_message",
    "EventStreamCloudEventErrorMessageTypeEnum": "event_streams.enums",
    "EventStreamCloudEventOffsetOnlyMessage": "event_streams.event_stream_cloud_event_offset_only_message",
    "EventStreamCloudEventOffsetOnlyMessageTypeEnum": "event_streams.enums",
    "EventStreamCloudEventOrgCreated": "event_streams.event_stream_cloud_event_org_created",
    "EventStreamCloudEventOrgCreatedCloudEvent": "event_streams.event_stream_cloud_event_org_created_cloud_event",
    "EventStreamCloudEventOrgCreatedCloudEventTypeEnum": "event_streams.enums",
    "EventStreamCloudEventOrgCreatedData": "event_streams.event_stream_cloud_event_org_created_data",
    "EventStreamCloudEventOrgCreatedObject": "event_streams.event_stream_cloud_event_org_created_object",
    "EventStreamCloudEventOrgCreatedObjectMetadata": "event_streams.enums",
    "EventStreamCloudEventOrgCreatedTypeEnum": "event_streams.enums",
    "EventStreamCloudEventOrgMemberAdded": "event_streams.event_stream_cloud_event_org_member_added",
    "EventStreamCloudEventOrgMemberAddedCloudEvent": "event_streams.event_stream_cloud_event_org_member_added_cloud_event",
    "EventStreamCloudEventOrgMemberAddedCloudEventTypeEnum": "event_streams.enums",
    "EventStreamCloudEventOrgMemberAddedData": "event_streams.event_stream_cloud_event_org_member_added_data",
    "EventStreamCloudEventOrgMemberAddedObject": "event_streams.event_stream_cloud_event_org_member_added_object",
    "EventStreamCloudEventOrgMemberAddedObjectOrganization": "event_streams.event_stream_cloud_event_org_member_added_object_organization",
    "EventStreamCloudEventOrgMemberAddedObjectUser": "event_streams.event_stream_cloud_event_org_member_added_object_user",
    "EventStreamCloudEventOrgMemberAddedTypeEnum": "event_streams.enums",
    "EventStreamStatusEnum": "event_streams.enums",
    "EventStreamSubscribeEventsEventTypeEnum": "event_streams.enums",
    "EventStreamSubscribeEventsEventTypeParam": "event_streams.event_stream_subscribe_events_event_type_param",
    "EventStreamSubscribeEventsResponseContent": "event_streams.event_stream_subscribe_events_response_content",
    "EventStreamSubscribeEventsResponseContent_Error": "event_streams.event_stream_subscribe_events_response_content",
    "EventStreamSubscribeEventsResponseContent_OffsetOnly": "event_streams.event_stream_subscribe_events_response_content",
    "EventStreamSubscribeEventsResponseContent_OrganizationCreated": "event_streams.event_stream_subscribe_events_response_content",
    "EventStreamSubscribeEventsResponseContent_OrganizationMemberAdded": "event_streams.event_stream_subscribe_events_response_content",
    "EventStreamSubscription": "event_streams.event_stream_subscription",
    "EventStreamSubscriptionDict": "event_streams.event_stream_subscription",
    "EventStreamWebhookAuthorizationResponse": "event_streams.event_stream_webhook_authorization_response",
    "EventStreamWebhookAuthorizationResponseDict": "event_streams.event_stream_webhook_authorization_response",
    "EventStreamWebhookBasicAuth": "event_streams.event_stream_webhook_basic_auth",
    "EventStreamWebhookBasicAuthDict": "event_streams.event_stream_webhook_basic_auth",
    "EventStreamWebhookBasicAuthMethodEnum": "event_streams.enums",
    "EventStreamWebhookConfiguration": "event_streams.event_stream_webhook_configuration",
    "EventStreamWebhookConfigurationDict": "event_streams.event_stream_webhook_configuration",
    "EventStreamWebhookCustomHeaderAuth": "event_streams.event_stream_webhook_custom_header_auth",
    "EventStreamWebhookCustomHeaderAuthDict": "event_streams.event_stream_webhook_custom_header_auth",
    "EventStreamWebhookCustomHeaderAuthMethodEnum": "event_streams.enums",
    "EventStreamWebhookDestination": "event_streams.event_stream_webhook_destination",
    "EventStreamWebhookDestinationDict": "event_streams.event_stream_webhook_destination",
    "EventStreamWebhookDestinationTypeEnum": "event_streams.enums",
    "EventStreamWebhookResponseContent": "event_streams.event_stream_webhook_response_content",
    "EventStreamsCreateRequest": "event_streams.event_streams_create_request",
    "EventStreamsCreateRequestDict": "event_streams.event_streams_create_request",
    "FedCmLogin": "common.fed_cm_login",
    "FedCmLoginGoogle": "common.fed_cm_login_google",
    "FlowAction": "flows.flow_action",
    "FlowActionAuth0": "flows.flow_action_auth_0",
    "FlowActionAuth0Dict": "flows.flow_action_auth_0",
    "FlowActionAuth0SendEmail": "flows.flow_action_auth_0_send_email",
    "FlowActionAuth0SendEmailAction": "flows.flow_action_auth_0_send_email",
    "FlowActionAuth0SendEmailDict": "flows.flow_action_auth_0_send_email",
    "FlowActionAuth0SendEmailParams": "flows.flow_action_auth_0_send_email_params",
    "FlowActionAuth0SendEmailParamsDict": "flows.flow_action_auth_0_send_email_params",
    "FlowActionAuth0SendEmailParamsFrom": "flows.flow_action_auth_0_send_email_params_from",
    "FlowActionAuth0SendEmailParamsFromDict": "flows.flow_action_auth_0_send_email_params_from",
    "FlowActionAuth0SendEmailParamsFromEmail": "flows.flow_action_auth_0_send_email_params_from_email",
    "FlowActionAuth0SendEmailParamsTo": "flows.flow_action_auth_0_send_email_params_to",
    "FlowActionAuth0SendEmailType": "flows.flow_action_auth_0_send_email",
    "FlowActionAuth0SendRequestParamsCustomVars": "flows.enums",
    "FlowActionDict": "flows.flow_action",
    "FlowActionFlow": "flows.flow_action",
    "FlowActionFlowBooleanCondition": "flows.flow_action",
    "FlowActionFlowBooleanConditionAction": "flows.flow_action",
    "FlowActionFlowBooleanConditionDict": "flows.flow_action",
    "FlowActionFlowBooleanConditionParams": "flows.flow_action",
    "FlowActionFlowBooleanConditionParamsDict": "flows.flow_action",
    "FlowActionFlowBooleanConditionType": "flows.flow_action",
    "FlowActionFlowDict": "flows.flow_action",
    "FlowActionFlowStoreVars": "flows.flow_action_flow_store_vars",
    "FlowActionFlowStoreVarsAction": "flows.flow_action_flow_store_vars",
    "FlowActionFlowStoreVarsDict": "flows.flow_action_flow_store_vars",
    "FlowActionFlowStoreVarsParams": "flows.flow_action_flow_store_vars_params",
    "FlowActionFlowStoreVarsParamsDict": "flows.flow_action_flow_store_vars_params",
    "FlowActionFlowStoreVarsParamsVars": "flows.enums",
    "FlowActionFlowStoreVarsType": "flows.flow_action_flow_store_vars",
    "FlowActionJson": "flows.flow_action_json",
    "FlowActionJsonDict": "flows.flow_action_json",
    "FlowActionJsonParseJson": "flows.flow_action_json_parse_json",
    "FlowActionJsonParseJsonAction": "flows.flow_action_json_parse_json",
    "FlowActionJsonParseJsonDict": "flows.flow_action_json_parse_json",
    "FlowActionJsonParseJsonParams": "flows.flow_action_json_parse_json_params",
    "FlowActionJsonParseJsonParamsDict": "flows.flow_action_json_parse_json_params",
    "FlowActionJsonParseJsonType": "flows.flow_action_json_parse_json",
    "FlowActionJsonSerializeJson": "flows.flow_action_json_serialize_json",
    "FlowActionJsonSerializeJsonAction": "flows.flow_action_json_serialize_json",
    "FlowActionJsonSerializeJsonDict": "flows.flow_action_json_serialize_json",
    "FlowActionJsonSerializeJsonParams": "flows.flow_action_json_serialize_json_params",
    "FlowActionJsonSerializeJsonParamsDict": "flows.flow_action_json_serialize_json_params",
    "FlowActionJsonSerializeJsonParamsObject": "flows.flow_action_json_serialize_json_params_object",
    "FlowActionJsonSerializeJsonParamsObjectObject": "flows.enums",
    "FlowActionJsonSerializeJsonType": "flows.flow_action_json_serialize_json",
    "FlowSummary": "flows.flow_summary",
    "ForbiddenSchema": "common.forbidden_schema",
    "GetActionExecutionResponseContent": "actions.get_action_execution_response_content",
    "GetActionModuleActionsResponseContent": "actions.get_action_module_actions_response_content",
    "GetActionModuleResponseContent": "actions.get_action_module_response_content",
    "GetActionModuleVersionResponseContent": "actions.get_action_module_version_response_content",
    "GetActionModuleVersionsResponseContent": "actions.get_action_module_versions_response_content",
    "GetActionModulesResponseContent": "actions.get_action_modules_response_content",
    "GetActionResponseContent": "actions.get_action_response_content",
    "GetActionVersionResponseContent": "actions.get_action_version_response_content",
    "GetActiveUsersCountStatsResponseContent": "users.enums",
    "GetFlowRequestParametersHydrateEnum": "flows.enums",
    "GetFlowResponseContent": "flows.get_flow_response_content",
    "GetHookSecretResponseContent": "hooks.enums",
    "GetJobErrorResponseContent": "jobs.get_job_error_response_content",
    "GetJobGenericErrorResponseContent": "jobs.get_job_generic_error_response_content",
    "GetJobImportUserError": "jobs.get_job_import_user_error",
    "GetJobUserError": "jobs.enums",
    "GetUniversalLoginTemplate": "verifiable_credentials.get_universal_login_template",
    "GetUniversalLoginTemplateResponseContent": "verifiable_credentials.get_universal_login_template_response_content",
    "GetUserResponseContent": "users.get_user_response_content",
    "ImportEncryptionKeyResponseContent": "keys.import_encryption_key_response_content",
    "Integration": "common.integration",
    "IntegrationFeatureTypeEnum": "common.enums",
    "IntegrationRelease": "common.integration_release",
    "IntegrationRequiredParam": "common.integration_required_param",
    "IntegrationRequiredParamOption": "common.integration_required_param_option",
    "IntegrationRequiredParamTypeEnum": "common.enums",
    "IntegrationSemVer": "common.integration_sem_ver",
    "ListActionBindingsPaginatedResponseContent": "actions.list_action_bindings_paginated_response_content",
    "ListActionTriggersResponseContent": "actions.list_action_triggers_response_content",
    "ListActionVersionsPaginatedResponseContent": "actions.list_action_versions_paginated_response_content",
    "ListActionsPaginatedResponseContent": "actions.list_actions_paginated_response_content",
    "ListClientGrantPaginatedResponseContent": "client_grants.list_client_grant_paginated_response_content",
    "ListClientsOffsetPaginatedResponseContent": "clients.list_clients_offset_paginated_response_content",
    "ListFlowsOffsetPaginatedResponseContent": "flows.list_flows_offset_paginated_response_content",
    "ListFlowsRequestParametersHydrateEnum": "flows.enums",
    "ListLogOffsetPaginatedResponseContent": "logs.list_log_offset_paginated_response_content",
    "ListRolesOffsetPaginatedResponseContent": "roles.list_roles_offset_paginated_response_content",
    "ListUserEffectivePermissionsResponseContent": "users.list_user_effective_permissions_response_content",
    "ListUserSessionsPaginatedResponseContent": "users.list_user_sessions_paginated_response_content",
    "ListUsersOffsetPaginatedResponseContent": "users.list_users_offset_paginated_response_content",
    "Log": "logs.log",
    "LogDate": "logs.log_date",
    "LogDateObject": "logs.enums",
    "LogDetails": "logs.enums",
    "LogLocationInfo": "logs.log_location_info",
    "MdlPresentationProperties": "common.mdl_presentation_properties",
    "MdlPresentationPropertiesDict": "common.mdl_presentation_properties",
    "MdlPresentationRequest": "common.mdl_presentation_request",
    "MdlPresentationRequestDict": "common.mdl_presentation_request",
    "MdlPresentationRequestProperties": "common.mdl_presentation_request_properties",
    "MdlPresentationRequestPropertiesDict": "common.mdl_presentation_request_properties",
    "MfaPolicyEnum": "guardian.enums",
    "PermissionRequestPayload": "roles.permission_request_payload",
    "PermissionRequestPayloadDict": "roles.permission_request_payload",
    "PhoneTemplateBody": "branding.phone_template_body",
    "PhoneTemplateContent": "branding.phone_template_content",
    "PhoneTemplateNotificationTypeEnum": "branding.enums",
    "PreferredAuthenticationMethodEnum": "users.enums",
    "ResetPhoneTemplateRequestContent": "branding.enums",
    "ResetPhoneTemplateResponseContent": "branding.reset_phone_template_response_content",
    "ResourceServerVerificationKeyPemCertificate": "verifiable_credentials.enums",
    "Role": "roles.role",
    "RollbackActionModuleResponseContent": "actions.rollback_action_module_response_content",
    "SearchEngineVersionsEnum": "actions.enums",
    "SessionDate": "users.session_date",
    "SessionDeviceMetadata": "users.session_device_metadata",
    "SessionIp": "users.enums",
    "SessionMetadata": "users.enums",
    "SessionResponseContent": "users.session_response_content",
    "SetCustomSigningKeysResponseContent": "keys.set_custom_signing_keys_response_content",
    "SetGuardianFactorsProviderPushNotificationFcmv1ResponseContent": "guardian.enums",
    "SetGuardianPoliciesRequestContent": "guardian.set_guardian_policies_request_content",
    "SetGuardianPoliciesResponseContent": "guardian.set_guardian_policies_response_content",
    "SetUserAuthenticationMethodResponseContent": "users.set_user_authentication_method_response_content",
    "SetUserAuthenticationMethods": "users.set_user_authentication_methods",
    "SetUserAuthenticationMethodsDict": "users.set_user_authentication_methods",
    "SetUserAuthenticationMethodsRequestContent": "users.set_user_authentication_methods_request_content",
    "SetUserAuthenticationMethodsRequestContentDict": "users.set_user_authentication_methods_request_content",
    "SuspiciousIpThrottlingAllowlist": "attack_protection.suspicious_ip_throttling_allowlist",
    "SuspiciousIpThrottlingAllowlistItem": "attack_protection.suspicious_ip_throttling_allowlist_item",
    "SuspiciousIpThrottlingPreLoginStage": "attack_protection.suspicious_ip_throttling_pre_login_stage",
    "SuspiciousIpThrottlingPreLoginStageDict": "attack_protection.suspicious_ip_throttling_pre_login_stage",
    "SuspiciousIpThrottlingPreUserRegistrationStage": "attack_protection.suspicious_ip_throttling_pre_user_registration_stage",
    "SuspiciousIpThrottlingPreUserRegistrationStageDict": "attack_protection.suspicious_ip_throttling_pre_user_registration_stage",
    "SuspiciousIpThrottlingShieldsEnum": "attack_protection.enums",
    "SuspiciousIpThrottlingStage": "attack_protection.suspicious_ip_throttling_stage",
    "SuspiciousIpThrottlingStageDict": "attack_protection.suspicious_ip_throttling_stage",
    "TestActionPayload": "actions.enums",
    "TestActionResponseContent": "actions.test_action_response_content",
    "TestActionResultPayload": "actions.enums",
    "TooManyRequestsSchema": "common.too_many_requests_schema",
    "UnauthorizedSchema": "common.unauthorized_schema",
    "UpdateActionBindingItem": "actions.update_action_binding_item",
    "UpdateActionBindingItemDict": "actions.update_action_binding_item",
    "UpdateActionBindingsResponseContent": "actions.update_action_bindings_response_content",
    "UpdateActionModuleResponseContent": "actions.update_action_module_response_content",
    "UpdateActionResponseContent": "actions.update_action_response_content",
    "UpdateSuspiciousIpThrottlingSettingsResponseContent": "attack_protection.update_suspicious_ip_throttling_settings_response_content",
    "UpdateUniversalLoginTemplateRequestContent": "verifiable_credentials.update_universal_login_template_request_content",
    "UpdateUniversalLoginTemplateRequestContentDict": "verifiable_credentials.update_universal_login_template_request_content",
    "UpdateUniversalLoginTemplateRequestContentTemplate": "verifiable_credentials.update_universal_login_template_request_content",
    "UpdateUniversalLoginTemplateRequestContentTemplateDict": "verifiable_credentials.update_universal_login_template_request_content",
    "UpdateUserResponseContent": "users.update_user_response_content",
    "UserAppMetadataSchema": "users.enums",
    "UserAuthenticationMethodProperties": "users.user_authentication_method_properties",
    "UserAuthenticationMethodPropertiesEnum": "users.enums",
    "UserEffectivePermissionResponseContent": "users.user_effective_permission_response_content",
    "UserEffectivePermissionSourceEnum": "users.enums",
    "UserId": "users.user_id",
    "UserIdentityProviderEnum": "users.enums",
    "UserIdentitySchema": "users.user_identity_schema",
    "UserMetadata": "users.enums",
    "UserMetadataSchema": "users.enums",
    "UserProfileData": "users.user_profile_data",
    "UserResponseSchema": "users.user_response_schema",
}

# Type checkers are to know the names above, and report all others; __getattr__ would make them Any.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name == "__all__":
            return [*_MODULES]
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(_loaded(f".{module}"), name)
        globals()[name] = value
        return value

    def _loaded(module: str) -> Any:
        try:
            return import_module(module, __name__)
        except RecursionError:
            # Types that build on each other import each other.
            from ..core.deep_stack import with_deep_stack

            return with_deep_stack(lambda: import_module(module, __name__))

    def __dir__() -> list[str]:
        return sorted({*globals(), *_MODULES})
