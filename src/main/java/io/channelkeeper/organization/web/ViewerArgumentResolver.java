package io.channelkeeper.organization.web;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import io.channelkeeper.organization.Viewer;

/**
 * Hands a controller the {@link Viewer}; a nullable parameter takes null where nobody is
 * signed in.
 */
class ViewerArgumentResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType().equals(Viewer.class);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Viewer viewer = CurrentViewer.of(request).map(CurrentViewer::viewer).orElse(null);
		if (viewer == null && !parameter.isOptional()) {
			throw new AuthenticationCredentialsNotFoundException("Nobody is signed in");
		}
		return viewer;
	}

}
