package io.channelkeeper.network.facebook;

import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.util.UriBuilderFactory;

/**
 * The part of Facebook's Graph API that we use. Every call carries {@code access_token}
 * and {@code appsecret_proof} among its parameters, but for those at the token address.
 */
interface FacebookApi {

	/** The token address is the registration's, not the API's. */
	@GetExchange
	ResponseEntity<byte[]> token(UriBuilderFactory address, @RequestParam Map<String, String> parameters);

	@GetExchange("/me")
	ResponseEntity<byte[]> me(@RequestParam Map<String, String> parameters);

	@GetExchange("/me/permissions")
	ResponseEntity<byte[]> permissions(@RequestParam Map<String, String> parameters);

	/** A list that hangs on something, such as the accounts of {@code me}. */
	@GetExchange("/{id}/{list}")
	ResponseEntity<byte[]> list(@PathVariable String id, @PathVariable String list,
			@RequestParam Map<String, String> parameters);

	@GetExchange("/{id}")
	ResponseEntity<byte[]> object(@PathVariable String id, @RequestParam Map<String, String> parameters);

	@GetExchange("/debug_token")
	ResponseEntity<byte[]> debug(@RequestParam Map<String, String> parameters);

	@DeleteExchange
	ResponseEntity<byte[]> revoke(UriBuilderFactory address, @PathVariable("user-id") String userId,
			@RequestParam Map<String, String> parameters);

}
