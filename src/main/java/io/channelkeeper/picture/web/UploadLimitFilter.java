package io.channelkeeper.picture.web;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads back to the page, which says why, when the server itself refuses to read an
 * uploaded picture. It comes before all that reads forms: there is nothing to be found in
 * a request that cannot be read.
 */
@Component
@Order(-160)
class UploadLimitFilter extends OncePerRequestFilter {

	private static final Pattern UPLOAD = Pattern.compile("/creators/[0-9a-f-]{36}/picture");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String type = request.getContentType();
		return !HttpMethod.POST.matches(request.getMethod()) || type == null || !type.startsWith("multipart/")
				|| !UPLOAD.matcher(path(request)).matches();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isTooLarge(request)) {
			response.setStatus(HttpServletResponse.SC_SEE_OTHER);
			response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?refused=" + Refusal.TOO_LARGE);
			return;
		}
		chain.doFilter(request, response);
	}

	private static boolean isTooLarge(HttpServletRequest request) throws ServletException, IOException {
		try {
			request.getParts();
			return false;
		}
		catch (IllegalStateException ex) {
			return true;
		}
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

}
