using Gongkai.Web.Shared;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGongkaiPages(builder.Configuration);

var app = builder.Build();
app.UseGongkaiPages();
app.Run();
