package io.channelkeeper.network.google;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Where Google issues tokens and takes them back; the addresses are settings of their
 * own.
 */
interface GoogleAuthApi {

	@PostExchange(contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<byte[]> post(UriBuilderFactory address, @RequestParam MultiValueMap<String, String> form);

}
