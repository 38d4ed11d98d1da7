package io.channelkeeper.organization.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.organization.Viewers;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.support.web.PageLanguage;

/**
 * Looks up who is signed in, freshly for each request, and binds the organization for the
 * rest of it. Who was deactivated meanwhile, or did nothing for too long, is signed out.
 */
class ViewerFilter extends OncePerRequestFilter {

	private static final List<String> WITHOUT = List.of("/css/", "/js/", "/icons/", "/webjars/");

	private final Viewers viewers;

	private final SignInSession session;

	ViewerFilter(Viewers viewers, SignInSession session) {
		this.viewers = viewers;
		this.session = session;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return WITHOUT.stream().anyMatch(path::startsWith);
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn who)) {
			chain.doFilter(request, response);
			return;
		}
		Optional<CurrentViewer> current = Activity.endedBefore(request) ? Optional.empty()
				: CurrentViewer.of(request).or(() -> load(request, response, who));
		if (current.isEmpty()) {
			signOut(request);
			chain.doFilter(request, response);
			return;
		}
		current.get().putInto(request);
		Viewer viewer = current.get().viewer();
		PageLanguage.ofMember(request, viewer.language());
		within(viewer.organizationId(), request, response, chain);
	}

	private Optional<CurrentViewer> load(HttpServletRequest request, HttpServletResponse response, SignedIn who) {
		List<Viewer> everywhere = this.viewers.of(who.personId());
		Optional<Viewer> named = named(request, everywhere);
		named.filter((viewer) -> !viewer.organizationId().equals(who.organizationId()))
			.ifPresent((viewer) -> this.session.change(new SignedIn(who.personId(), viewer.organizationId()), request,
					response));
		return named.or(() -> in(who.organizationId().toString(), everywhere))
			.or(() -> everywhere.stream().findFirst())
			.map((viewer) -> new CurrentViewer(viewer, everywhere));
	}

	/**
	 * Links in mails name the organization that they are about (H-23). That a link alone
	 * switches is harmless: only what is shown changes, only for who is in that
	 * organization anyway, and the page that it leads to is the one that was asked for.
	 */
	private static Optional<Viewer> named(HttpServletRequest request, List<Viewer> everywhere) {
		String id = request.getMethod().equals("GET") ? request.getParameter("organization") : null;
		return (id != null) ? in(id, everywhere) : Optional.empty();
	}

	private static Optional<Viewer> in(String organization, List<Viewer> everywhere) {
		return everywhere.stream()
			.filter((viewer) -> viewer.organizationId().toString().equals(organization))
			.findFirst();
	}

	private static void signOut(HttpServletRequest request) {
		SecurityContextHolder.clearContext();
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
	}

	private static void within(UUID organization, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		try {
			Tenancy.<Boolean, Exception>call(organization, () -> {
				chain.doFilter(request, response);
				return true;
			});
		}
		catch (ServletException | IOException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}
