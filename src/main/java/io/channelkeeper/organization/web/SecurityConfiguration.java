package io.channelkeeper.organization.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import io.channelkeeper.organization.Viewers;
import io.channelkeeper.support.BaseUrl;

/**
 * What holds for every request: who has to be signed in, and what a browser may do with
 * the answer.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final String[] PUBLIC = { "/login", "/login/**", "/setup/**", "/password", "/password/**",
			"/join/**", "/connect/**", "/creator/**", "/oauth/callback/**", "/unsubscribe/**", "/calendar/**",
			"/deletion/**", "/webhooks/**", "/privacy", "/help", "/help/**", "/organizations/*/logo", "/css/**",
			"/js/**", "/icons/**", "/webjars/**", "/favicon.ico", "/error", "/actuator/health", "/actuator/health/**" };

	static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
			+ "browsing-topics=()";

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, Viewers viewers, CsrfTokenRepository csrfTokens,
			SignInSession session, BaseUrl baseUrl) {
		http.authorizeHttpRequests(
				(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
					.permitAll()
					.requestMatchers(PUBLIC)
					.permitAll()
					.requestMatchers("/actuator/**")
					.access(operator())
					.anyRequest()
					.authenticated());
		http.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens)
			.ignoringRequestMatchers("/webhooks/**", "/api/**")
			.ignoringRequestMatchers(
					PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/unsubscribe/**")));
		http.requestCache((cache) -> cache.requestCache(new NullRequestCache()));
		http.exceptionHandling((errors) -> errors.authenticationEntryPoint(new SignInEntryPoint()));
		http.logout((logout) -> logout.logoutSuccessUrl("/login?goodbye"));
		http.addFilterBefore(new ViewerFilter(viewers, session), AuthorizationFilter.class);
		http.headers((headers) -> headers(headers, baseUrl));
		return http.build();
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers, BaseUrl baseUrl) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY));
		headers.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
		headers.httpStrictTransportSecurity((hsts) -> hsts.requestMatcher((request) -> baseUrl.https()));
		headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
		headers.addHeaderWriter(new CachingHeaders());
		headers.addHeaderWriter(new StaticHeadersWriter("Permissions-Policy", NO_DEVICES));
	}

	private static AuthorizationManager<RequestAuthorizationContext> operator() {
		return (authentication, context) -> new AuthorizationDecision(isOperator(context.getRequest()));
	}

	private static boolean isOperator(HttpServletRequest request) {
		return CurrentViewer.of(request).map((current) -> current.viewer().operator()).orElse(false);
	}

}
