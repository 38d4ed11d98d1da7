package io.channelkeeper.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Sessions;

/**
 * Writes into the session who is signed in.
 */
@Component
class SignInSession {

	private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final ChangeSessionIdAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();

	private final CsrfAuthenticationStrategy newCsrfToken;

	SignInSession(CsrfTokenRepository csrfTokens) {
		this.newCsrfToken = new CsrfAuthenticationStrategy(csrfTokens);
	}

	/** Signs in: the session gets a new id, so that one known before is worth nothing. */
	void begin(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
		Authentication authentication = authentication(who);
		this.newId.onAuthentication(authentication, request, response);
		this.newCsrfToken.onAuthentication(authentication, request, response);
		save(authentication, request, response);
		request.getSession().setAttribute(Sessions.DEVICE, Device.of(request.getHeader(HttpHeaders.USER_AGENT)));
	}

	/** Looks at another organization. */
	void change(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
		save(authentication(who), request, response);
	}

	private void save(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

	private static Authentication authentication(SignedIn who) {
		return UsernamePasswordAuthenticationToken.authenticated(who, null, AuthorityUtils.NO_AUTHORITIES);
	}

}
