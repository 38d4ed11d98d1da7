package io.channelkeeper.connection.web;

import java.net.URI;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.channelkeeper.connection.SignInReturnService;
import io.channelkeeper.connection.UnknownSignInException;

/**
 * The address that networks send people back to. It carries secrets, so nobody keeps it
 * and no further page hears of it.
 */
@Controller
class CallbackController {

	private final SignInReturnService returns;

	CallbackController(SignInReturnService returns) {
		this.returns = returns;
	}

	@GetMapping("/oauth/callback/{provider}")
	ResponseEntity<Void> back(@PathVariable String provider, @RequestParam Map<String, String> parameters,
			HttpServletResponse response) {
		keepToOurselves(response);
		String path = this.returns.finish(provider, parameters);
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
	}

	/** Whoever only looks at the address uses nothing up. */
	@RequestMapping(path = "/oauth/callback/{provider}", method = RequestMethod.HEAD)
	ResponseEntity<Void> look(HttpServletResponse response) {
		keepToOurselves(response);
		return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED).header(HttpHeaders.ALLOW, "GET").build();
	}

	/** For whoever was let out of the organization while signing in. */
	@GetMapping("/oauth/callback/over")
	String over() {
		return "connection/over";
	}

	@ExceptionHandler
	ModelAndView unknown(UnknownSignInException ex, HttpServletResponse response) {
		keepToOurselves(response);
		return new ModelAndView("connection/unknown", HttpStatus.BAD_REQUEST);
	}

	private static void keepToOurselves(HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("Referrer-Policy", "no-referrer");
	}

}
