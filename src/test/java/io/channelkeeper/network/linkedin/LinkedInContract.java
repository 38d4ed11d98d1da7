package io.channelkeeper.network.linkedin;

import java.util.List;
import java.util.Map;

import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderContract;
import io.channelkeeper.network.ProviderId;

/**
 * An organization's page at LinkedIn.
 */
class LinkedInContract implements ProviderContract {

	private static final String TOKEN = "/oauth/v2/accessToken";

	private static final String ORGANIZATION = "{\"id\":10002,\"localizedName\":\"Ana Kocht\",\"vanityName\":\"ana-kocht\",\"primaryOrganizationType\":\"NONE\"}";

	@Override
	public String title() {
		return "LinkedIn organization";
	}

	@Override
	public ProviderId provider() {
		return new ProviderId("linkedin");
	}

	@Override
	public NetworkId network() {
		return new NetworkId("linkedin");
	}

	@Override
	public Map<String, Object> settings(String address) {
		return Map.of("spring.security.oauth2.client.registration.linkedin.client-id", "5501",
				"spring.security.oauth2.client.registration.linkedin.client-secret", "secret",
				"spring.security.oauth2.client.provider.linkedin.token-uri", address + TOKEN,
				"channelkeeper.network.linkedin.api-url", address, "channelkeeper.provider.linkedin.introspect-url",
				address + "/oauth/v2/introspectToken", "channelkeeper.provider.linkedin.ask-again-after", "1ms");
	}

	@Override
	public List<Answer> answers() {
		return List.of(new Answer(TOKEN, token("openid,profile,r_basicprofile,rw_organization_admin")),
				new Answer("/v2/userinfo",
						"{\"sub\":\"Ab1\",\"name\":\"Ana Koch\",\"given_name\":\"Ana\",\"family_name\":\"Koch\"}"),
				new Answer("/v2/me",
						"{\"id\":\"Ab1\",\"vanityName\":\"anakoch\",\"localizedFirstName\":\"Ana\",\"localizedLastName\":\"Koch\"}"),
				new Answer("/rest/organizationAcls",
						"{\"elements\":[{\"role\":\"ADMINISTRATOR\",\"organization\":\"urn:li:organization:10002\",\"roleAssignee\":\"urn:li:person:Ab1\",\"state\":\"APPROVED\"}],\"paging\":{\"start\":0,\"count\":10}}"),
				new Answer("/rest/organizations/10002", ORGANIZATION),
				new Answer("/rest/networkSizes/urn:li:organization:10002", "{\"firstDegreeSize\":420}"));
	}

	@Override
	public String externalId() {
		return "10002";
	}

	@Override
	public String handle() {
		return "company/ana-kocht";
	}

	@Override
	public String handleInAnswers() {
		return "ana-kocht";
	}

	@Override
	public Map<String, String> denied() {
		return Map.of("error", "user_cancelled_authorize", "error_description", "The user cancelled the authorization");
	}

	@Override
	public List<Answer> permissionMissing() {
		return List.of(new Answer(TOKEN, token("openid,profile,r_basicprofile")));
	}

	@Override
	public List<Answer> noChannel() {
		return List.of();
	}

	@Override
	public List<Answer> notEligible() {
		return List.of();
	}

	@Override
	public Answer codeUsed() {
		return new Answer(TOKEN, 400,
				"{\"error\":\"invalid_request\",\"error_description\":\"Unable to retrieve access token: authorization code not found\"}");
	}

	@Override
	public Map<String, String> aborted() {
		return Map.of("error", "user_cancelled_login");
	}

	private static String token(String scope) {
		return "{\"access_token\":\"AQX1\",\"expires_in\":5183999,\"refresh_token\":\"AQR1\",\"refresh_token_expires_in\":31535999,\"scope\":\""
				+ scope + "\"}";
	}

	/** The members' books agree. */
	@Override
	public Refusal revoked() {
		return Refusal.token(Cause.ACCESS_REVOKED, new Answer("/v2/me", 401,
				"{\"status\":401,\"serviceErrorCode\":65601,\"code\":\"REVOKED_ACCESS_TOKEN\",\"message\":\"The token used in the request has been revoked by the user\"}"),
				new Answer("/oauth/v2/introspectToken", "{\"active\":false,\"status\":\"revoked\"}"));
	}

	@Override
	public Refusal channelRefused() {
		return new Refusal(new NetworkFault.ChannelLost(Cause.ROLE_LOST), new Answer("/rest/organizationAcls",
				"{\"elements\":[{\"role\":\"ANALYST\",\"organization\":\"urn:li:organization:10002\",\"state\":\"APPROVED\"}]}"));
	}

	@Override
	public Cause absence() {
		return Cause.ROLE_LOST;
	}

}
