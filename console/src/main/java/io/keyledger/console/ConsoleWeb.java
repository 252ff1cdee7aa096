package io.keyledger.console;

import io.keyledger.console.bulk.BulkController;
import io.keyledger.console.bulk.DeletionController;
import io.keyledger.console.catalogue.ApiController;
import io.keyledger.console.catalogue.ApiEditController;
import io.keyledger.console.catalogue.RouteController;
import io.keyledger.console.catalogue.RouteEditController;
import io.keyledger.console.comparison.CompareController;
import io.keyledger.console.deadletter.DeadLetterController;
import io.keyledger.console.export.Desk;
import io.keyledger.console.export.ExportsController;
import io.keyledger.console.health.HealthController;
import io.keyledger.console.integrity.DownloadController;
import io.keyledger.console.integrity.IntegrityController;
import io.keyledger.console.moment.MomentArgument;
import io.keyledger.console.moment.MomentFrame;
import io.keyledger.console.moment.MomentLinks;
import io.keyledger.console.moment.OnlyNow;
import io.keyledger.console.page.AwayPages;
import io.keyledger.console.page.Frame;
import io.keyledger.console.page.HomeController;
import io.keyledger.console.page.OnlyWhenThere;
import io.keyledger.console.page.ProblemPages;
import io.keyledger.console.person.PersonController;
import io.keyledger.console.policy.PolicyController;
import io.keyledger.console.policy.PolicyEditController;
import io.keyledger.console.replay.ReplayController;
import io.keyledger.console.report.AccessReportController;
import io.keyledger.console.role.RoleController;
import io.keyledger.console.role.RoleEditController;
import io.keyledger.console.roster.ServiceUserListController;
import io.keyledger.console.serviceuser.ApiKeyController;
import io.keyledger.console.serviceuser.EditController;
import io.keyledger.console.serviceuser.NewServiceUserController;
import io.keyledger.console.serviceuser.ServiceUserController;
import io.keyledger.console.serviceuser.StatusController;
import io.keyledger.console.serviceuser.TrialController;
import io.keyledger.console.signin.KeptFormController;
import io.keyledger.console.signin.SecurityChain;
import io.keyledger.console.signin.SignInController;
import io.keyledger.console.timeline.EntryController;
import io.keyledger.console.timeline.ExportController;
import io.keyledger.console.timeline.NamedUserController;
import io.keyledger.console.timeline.TimelineController;
import io.keyledger.console.usergroup.GroupEditController;
import io.keyledger.console.usergroup.UserGroupController;
import io.keyledger.console.whocan.WhoCanController;
import io.keyledger.console.workspace.WorkspaceController;
import io.keyledger.console.workspace.WorkspaceNameController;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templatemode.TemplateMode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The console's pages and what shows them. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import({
    SecurityChain.class,
    SignInController.class,
    KeptFormController.class,
    Frame.class,
    HomeController.class,
    AwayPages.class,
    ProblemPages.class,
    MomentFrame.class,
    ServiceUserListController.class,
    BulkController.class,
    DeletionController.class,
    ServiceUserController.class,
    NewServiceUserController.class,
    EditController.class,
    StatusController.class,
    TrialController.class,
    ApiKeyController.class,
    Desk.class,
    ExportsController.class,
    ExportController.class,
    TimelineController.class,
    NamedUserController.class,
    EntryController.class,
    WhoCanController.class,
    CompareController.class,
    ReplayController.class,
    RoleController.class,
    RoleEditController.class,
    PersonController.class,
    UserGroupController.class,
    GroupEditController.class,
    WorkspaceController.class,
    WorkspaceNameController.class,
    PolicyController.class,
    PolicyEditController.class,
    ApiController.class,
    ApiEditController.class,
    RouteController.class,
    RouteEditController.class,
    AccessReportController.class,
    DeadLetterController.class,
    HealthController.class,
    IntegrityController.class,
    DownloadController.class
})
class ConsoleWeb implements WebMvcConfigurer {

    private static final String FILES = "classpath:/io/keyledger/console/";
    private static final Duration ASSETS_MAY_BE_OLD = Duration.ofMinutes(10);

    private final ConsoleSettings settings;

    ConsoleWeb(ConsoleSettings settings) {
        this.settings = settings;
    }

    /** Below a name that no workspace can have, since they are open to whoever is not signed in. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl some = CacheControl.maxAge(ASSETS_MAY_BE_OLD).cachePrivate();
        registry.addResourceHandler("/_/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(some);
        registry.addResourceHandler("/_/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(some)
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new MomentArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OnlyNow());
        registry.addInterceptor(new OnlyWhenThere(settings.api()));
    }

    @Bean
    SpringResourceTemplateResolver templateResolver() {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix(FILES + "templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    @Bean
    SpringTemplateEngine templateEngine(SpringResourceTemplateResolver resolver) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setEnableSpringELCompiler(true);
        engine.setLinkBuilder(new MomentLinks());
        return engine;
    }

    @Bean
    ThymeleafViewResolver viewResolver(SpringTemplateEngine engine) {
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return views;
    }
}
