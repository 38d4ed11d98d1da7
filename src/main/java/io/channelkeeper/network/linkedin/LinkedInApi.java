package io.channelkeeper.network.linkedin;

import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.util.UriBuilderFactory;

/**
 * The part of LinkedIn's API that we use. The headers carry the token and the version.
 */
interface LinkedInApi {

	/** A form for one of the addresses at which LinkedIn deals with tokens. */
	@PostExchange(contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<byte[]> post(UriBuilderFactory address, @RequestParam MultiValueMap<String, String> form);

	@GetExchange("/v2/me?projection=(id,vanityName,localizedFirstName,localizedLastName,"
			+ "profilePicture(displayImage~:playableStreams))")
	ResponseEntity<byte[]> me(@RequestHeader Map<String, String> headers);

	@GetExchange("/v2/userinfo")
	ResponseEntity<byte[]> userInfo(@RequestHeader Map<String, String> headers);

	/** Every role that the member has anywhere, asked for or taken away ones too. */
	@GetExchange("/rest/organizationAcls?q=roleAssignee")
	ResponseEntity<byte[]> roles(@RequestHeader Map<String, String> headers, @RequestParam int start,
			@RequestParam int count);

	@GetExchange("/rest/organizations/{id}")
	ResponseEntity<byte[]> organization(@RequestHeader Map<String, String> headers, @PathVariable String id);

	@GetExchange("/rest/organizations?q=vanityName")
	ResponseEntity<byte[]> organizations(@RequestHeader Map<String, String> headers, @RequestParam String vanityName);

	@GetExchange("/rest/networkSizes/{urn}?edgeType=COMPANY_FOLLOWED_BY_MEMBER")
	ResponseEntity<byte[]> networkSize(@RequestHeader Map<String, String> headers, @PathVariable String urn);

	@GetExchange("/rest/images/{urn}")
	ResponseEntity<byte[]> image(@RequestHeader Map<String, String> headers, @PathVariable String urn);

}
