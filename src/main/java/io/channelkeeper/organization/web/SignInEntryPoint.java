package io.channelkeeper.organization.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

import io.channelkeeper.support.web.OwnPath;

/**
 * Sends who is not signed in to the sign-in page, which leads back. A piece of a page
 * that htmx asks for makes the whole page go there.
 */
class SignInEntryPoint implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		if (request.getHeader("HX-Request") != null) {
			response.setHeader("HX-Redirect", "/login");
			response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
			return;
		}
		response.sendRedirect("/login" + wayBack(request));
	}

	private static String wayBack(HttpServletRequest request) {
		String path = request.getRequestURI();
		if (!request.getMethod().equals("GET") || path.equals("/")) {
			return "";
		}
		String query = request.getQueryString();
		String target = (query != null) ? path + "?" + query : path;
		return OwnPath.parse(target)
			.map((own) -> "?next=" + URLEncoder.encode(own.value(), StandardCharsets.UTF_8))
			.orElse("");
	}

}
