package io.channelkeeper.organization.web;

import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Pages are kept nowhere; files whose name carries the hash of their content are kept for
 * good. Whoever sets the header itself, such as for pictures, is left alone.
 */
class CachingHeaders implements HeaderWriter {

	private static final Pattern HASHED = Pattern.compile("/(css|js|icons|webjars)/.*-[0-9a-f]{32}\\.[a-z0-9.]+");

	private static final Pattern FILE = Pattern.compile("/(css|js|icons|webjars)/.*");

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		if (response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
			return;
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, caching(request.getRequestURI(), response.getStatus()));
	}

	private static String caching(String path, int status) {
		boolean found = status == HttpServletResponse.SC_OK || status == HttpServletResponse.SC_NOT_MODIFIED;
		if (found && HASHED.matcher(path).matches()) {
			return "public, max-age=31536000, immutable";
		}
		return (found && FILE.matcher(path).matches()) ? "no-cache" : "no-store";
	}

}
