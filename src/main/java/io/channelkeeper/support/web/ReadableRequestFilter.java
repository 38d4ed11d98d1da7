package io.channelkeeper.support.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a request whose parameters cannot be read, such as an upload that is too large,
 * with a page of ours. Without it whoever asks for a parameter first would fail, the
 * error page included.
 */
@Component
@Order(-150)
class ReadableRequestFilter extends OncePerRequestFilter {

	private static final String UNREADABLE = ReadableRequestFilter.class.getName();

	/** Those who call there sign the body, so it is left for them to read. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/webhooks/");
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			boolean unreadable = request.getAttribute(UNREADABLE) != null;
			chain.doFilter(unreadable ? new Emptied(request) : request, response);
			return;
		}
		try {
			request.getParameterMap();
		}
		catch (InvalidParameterException ex) {
			request.setAttribute(UNREADABLE, true);
			response.sendError(ex.getErrorCode());
			return;
		}
		chain.doFilter(request, response);
	}

	/**
	 * The same request as if nothing had been sent with it.
	 */
	private static final class Emptied extends HttpServletRequestWrapper {

		Emptied(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getMethod() {
			return "GET";
		}

		@Override
		public @Nullable String getContentType() {
			return null;
		}

		@Override
		public @Nullable String getParameter(String name) {
			return null;
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			return Map.of();
		}

		@Override
		public Enumeration<String> getParameterNames() {
			return Collections.emptyEnumeration();
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			return null;
		}

	}

}
