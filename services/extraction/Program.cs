using Platform.Extraction;

if (args is ["extract", .. var rest]) return ExtractCommand.Run(rest);

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();
return 0;
