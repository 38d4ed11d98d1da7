package io.channelkeeper.invitation.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.channelkeeper.invitation.ConnectLink;
import io.channelkeeper.invitation.ConnectLinks;
import io.channelkeeper.invitation.DeadLinkException;

/**
 * Gives handlers of the creator's page the link that was followed; without one there is
 * only the page that says so.
 */
@Configuration(proxyBeanMethods = false)
class ConnectLinkConfiguration implements WebMvcConfigurer {

	@Bean
	FilterRegistrationBean<ConnectLinkFilter> connectLinkFilter(ConnectLinks links) {
		FilterRegistrationBean<ConnectLinkFilter> filter = new FilterRegistrationBean<>(new ConnectLinkFilter(links));
		filter.addUrlPatterns("/connect/*");
		return filter;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new LinkResolver());
	}

	static @Nullable ConnectLink of(HttpServletRequest request) {
		return (ConnectLink) request.getAttribute(ConnectLinkFilter.LINK);
	}

	/**
	 * Resolves a parameter of type {@link ConnectLink}.
	 */
	private static final class LinkResolver implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == ConnectLink.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			Object link = request.getAttribute(ConnectLinkFilter.LINK, RequestAttributes.SCOPE_REQUEST);
			if (link == null) {
				throw new DeadLinkException(DeadLinkException.Reason.INVALID);
			}
			return link;
		}

	}

}
