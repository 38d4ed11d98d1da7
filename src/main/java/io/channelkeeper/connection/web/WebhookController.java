package io.channelkeeper.connection.web;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

import io.channelkeeper.connection.PushAnswer;
import io.channelkeeper.connection.PushService;
import io.channelkeeper.network.PushRequest;

/**
 * The addresses that networks call by themselves (N-10). Nobody is signed in here: each
 * call proves by its signature where it comes from.
 */
@Controller
class WebhookController {

	/** No network sends more at once. */
	private static final int LARGEST = 64 * 1024;

	private final PushService pushes;

	private final Clock clock;

	WebhookController(PushService pushes, Clock clock) {
		this.pushes = pushes;
		this.clock = clock;
	}

	@RequestMapping(path = { "/webhooks/{provider}", "/webhooks/{provider}/{kind}" },
			method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<Map<String, String>> take(@PathVariable String provider,
			@PathVariable(required = false) @Nullable String kind, HttpServletRequest request) throws IOException {
		ServletServerHttpRequest sent = new ServletServerHttpRequest(request);
		byte[] body = sent.getBody().readNBytes(LARGEST + 1);
		if (body.length > LARGEST) {
			return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
		}
		PushAnswer answer = this.pushes.take(provider,
				new PushRequest((kind != null) ? kind : "", HttpMethod.GET.equals(sent.getMethod()), body,
						sent.getHeaders(), request.getQueryString(), this.clock.instant()));
		ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status())
			.header(HttpHeaders.CACHE_CONTROL, "no-store");
		return (answer.body() != null) ? response.contentType(MediaType.APPLICATION_JSON).body(answer.body())
				: response.build();
	}

}
