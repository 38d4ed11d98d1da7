package io.channelkeeper.network.x;

import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.util.UriBuilderFactory;

/**
 * The part of X's API that we use. The app proves itself by HTTP Basic, a person's or the
 * app's token is a bearer token.
 */
interface XApi {

	/** Sends a form to the token or to the revoking address. */
	@PostExchange(contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<byte[]> send(UriBuilderFactory address, @RequestHeader(HttpHeaders.AUTHORIZATION) String client,
			@RequestParam Map<String, String> form);

	@GetExchange("/2/users/me")
	ResponseEntity<byte[]> me(@RequestHeader(HttpHeaders.AUTHORIZATION) String token,
			@RequestParam("user.fields") String fields);

	@GetExchange("/2/users/by/username/{name}")
	ResponseEntity<byte[]> byUsername(@PathVariable("name") String name,
			@RequestHeader(HttpHeaders.AUTHORIZATION) String token, @RequestParam("user.fields") String fields);

}
