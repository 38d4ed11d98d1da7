package io.channelkeeper.invitation.web;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.OncePerRequestFilter;

import io.channelkeeper.invitation.ConnectLink;
import io.channelkeeper.invitation.ConnectLinks;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.web.PageLanguage;

/**
 * Finds the organization from the link and binds it, whoever is signed in.
 */
class ConnectLinkFilter extends OncePerRequestFilter {

	static final String LINK = ConnectLink.class.getName();

	private static final String START = "/connect/";

	private final ConnectLinks links;

	ConnectLinkFilter(ConnectLinks links) {
		this.links = links;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<ConnectLink> link = token(request.getRequestURI()).flatMap(this.links::find);
		if (link.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		request.setAttribute(LINK, link.get());
		PageLanguage.suggest(request, link.get().language());
		try {
			Tenancy.call(link.get().organizationId(), () -> proceed(request, response, chain));
		}
		catch (IOException | ServletException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

	private static @Nullable Void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		chain.doFilter(request, response);
		return null;
	}

	private static Optional<SecretToken> token(String path) {
		if (!path.startsWith(START)) {
			return Optional.empty();
		}
		String rest = path.substring(START.length());
		int slash = rest.indexOf('/');
		String value = (slash < 0) ? rest : rest.substring(0, slash);
		return (value.length() > 100) ? Optional.empty() : Optional.of(new SecretToken(value));
	}

}
