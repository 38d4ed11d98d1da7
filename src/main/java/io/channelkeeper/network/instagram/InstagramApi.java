package io.channelkeeper.network.instagram;

import java.util.Map;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.util.UriBuilderFactory;

/**
 * The part of Instagram Login's API that we use.
 */
interface InstagramApi {

	/** The short token's address is the registration's, not the API's. */
	@PostExchange(contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<byte[]> shortToken(UriBuilderFactory address, @RequestParam Map<String, String> form);

	@GetExchange("/access_token")
	ResponseEntity<byte[]> longToken(@RequestParam Map<String, String> parameters);

	@GetExchange("/refresh_access_token")
	ResponseEntity<byte[]> refreshedToken(@RequestParam Map<String, String> parameters);

	@GetExchange("/me")
	ResponseEntity<byte[]> me(@RequestParam Map<String, String> parameters);

}
